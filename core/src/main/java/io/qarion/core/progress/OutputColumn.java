package io.qarion.core.progress;

import io.qarion.core.dataset.Schema;
import java.util.List;

/** A column that a step gave, by name and type. */
public record OutputColumn(String name, String type) {

  /** The columns of a schema. */
  public static List<OutputColumn> of(Schema schema) {
    return schema.columns().stream()
        .map(column -> new OutputColumn(column.name(), column.type().text()))
        .toList();
  }
}
