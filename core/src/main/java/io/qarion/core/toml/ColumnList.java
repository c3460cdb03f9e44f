package io.qarion.core.toml;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects declared columns, each name once. */
final class ColumnList {

  private static final String TYPE = "schema_type";

  private final Map<String, Column> columns = new LinkedHashMap<>();

  Schema schema() {
    return new Schema(List.copyOf(columns.values()));
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  /** Reads one column; where its type is missing or unknown, text stands for it. */
  void add(String name, TableReader reader) {
    reader.need(TYPE, ValueKind.TYPE, reader.read(TYPE, ValueKind.TYPE, Scalars::text));
    Optional<DataType> type =
        reader
            .node()
            .get(TYPE)
            .filter(node -> Scalars.text(node).isPresent())
            .flatMap(node -> FieldReader.type(reader, node));
    boolean required = reader.flag("required", false);
    var column = new Column(name, type.orElse(PlainType.STRING), required);
    if (columns.putIfAbsent(name, column) != null) {
      reader.broken(
          Problem.error(
              "column.duplicate",
              reader.placeOf("name"),
              "Two columns are named '%s'.".formatted(name),
              "Give one of them another name."));
    }
  }
}
