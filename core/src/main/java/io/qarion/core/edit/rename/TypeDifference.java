package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.DatasetName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns that have another type than before.
 *
 * @param datasets in the order of their names, with the columns that changed
 */
record TypeDifference(Map<String, List<Retyped>> datasets) {

  TypeDifference {
    datasets = Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
  }

  /** A column with its types. */
  record Retyped(String column, DataType before, DataType after) {}

  static TypeDifference between(Map<DatasetName, Schema> before, Map<DatasetName, Schema> after) {
    var datasets = new TreeMap<String, List<Retyped>>();
    before.forEach((name, schema) -> {
      List<Retyped> changed = between(schema, after.getOrDefault(name, Schema.EMPTY));
      if (!changed.isEmpty()) {
        datasets.put(name.value(), changed);
      }
    });
    return new TypeDifference(datasets);
  }

  static List<Retyped> between(Schema before, Schema after) {
    return before.columns().stream()
        .flatMap(column ->
            after.find(column.name()).map(Column::type).stream()
                .filter(type -> !type.equals(column.type()))
                .map(type -> new Retyped(column.name(), column.type(), type)))
        .toList();
  }

  List<Retyped> of(String dataset) {
    return datasets.getOrDefault(dataset, List.of());
  }
}
