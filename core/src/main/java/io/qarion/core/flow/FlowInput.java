package io.qarion.core.flow;

import io.qarion.core.dataset.Schema;
import java.util.List;

/**
 * The rows a flow takes in.
 *
 * @param primaryKey names as written; a check says whether they are columns
 * @param schema empty where the flow declares no columns
 */
public record FlowInput(List<String> primaryKey, Schema schema) {

  public static final FlowInput NONE = new FlowInput(List.of(), Schema.EMPTY);

  public FlowInput {
    primaryKey = List.copyOf(primaryKey);
  }
}
