package io.qarion.core.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The columns of a table, in order, each name once (case counts). */
public record Schema(List<Column> columns) {

  public static final Schema EMPTY = new Schema(List.of());

  public Schema {
    columns = List.copyOf(columns);
    var seen = new HashSet<String>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException("two columns named " + column.name());
      }
    }
  }

  public static Schema of(Column... columns) {
    return new Schema(List.of(columns));
  }

  public Optional<Column> find(String name) {
    for (Column column : columns) {
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
    return columns.stream().map(Column::name).toList();
  }

  public int size() {
    return columns.size();
  }
}
