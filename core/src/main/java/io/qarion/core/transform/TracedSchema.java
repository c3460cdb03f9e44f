package io.qarion.core.transform;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns on their way through the rules, each with its origins.
 *
 * @param open whether there may be columns that nobody knows, as after raw SQL that no engine has
 *     described; then an unknown name is no error
 */
public record TracedSchema(List<TracedColumn> columns, boolean open) {

  public TracedSchema {
    columns = List.copyOf(columns);
  }

  /** The columns of a source. */
  public static TracedSchema of(String source, Schema schema) {
    return new TracedSchema(
        schema.columns().stream().map(column -> TracedColumn.of(source, column)).toList(), false);
  }

  /** Columns that nobody knows. */
  public static TracedSchema unknown() {
    return new TracedSchema(List.of(), true);
  }

  public Optional<TracedColumn> find(String name) {
    for (TracedColumn column : columns) {
      if (column.name().equals(name)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  public List<String> names() {
    return columns.stream().map(TracedColumn::name).toList();
  }

  /** This with columns added; one of the same name takes the place of the old. */
  public TracedSchema with(List<TracedColumn> added) {
    Map<String, TracedColumn> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    added.forEach(column -> byName.put(column.name(), column));
    return new TracedSchema(new ArrayList<>(byName.values()), open);
  }

  /** The origins of all the named columns; a name that is not there has none. */
  public Set<ColumnOrigin> originsOf(Iterable<String> names) {
    var origins = new HashSet<ColumnOrigin>();
    for (String name : names) {
      find(name).ifPresent(column -> origins.addAll(column.origins()));
    }
    return origins;
  }

  /** The columns as a table would have them; one of unknown type becomes text. */
  public Schema schema() {
    return new Schema(
        columns.stream()
            .map(column -> new Column(column.name(), typeOf(column), column.required()))
            .toList());
  }

  private static DataType typeOf(TracedColumn column) {
    return column.type().dataType().orElse(PlainType.STRING);
  }
}
