package io.qarion.core.engine;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import java.util.List;

/**
 * The shape in which a batch came into a landing.
 *
 * @param columns that were declared then, and so were read from the files
 * @param primaryKey that was declared then; empty if there was none
 */
public record LandedBatch(
    FlowId flow, DatasetName landing, long batchId, List<String> columns, List<String> primaryKey) {

  public LandedBatch {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  /** The same of another flow. */
  public LandedBatch of(FlowId other) {
    return new LandedBatch(other, landing, batchId, columns, primaryKey);
  }
}
