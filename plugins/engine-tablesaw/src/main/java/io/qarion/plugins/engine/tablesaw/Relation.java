package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.TracedSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows between two rules, as columns that relations share.
 *
 * @param size number of rows
 * @param columns one for each of the schema
 * @param ordered whether the order was asked for
 */
record Relation(TracedSchema traced, int size, List<Cells> columns, boolean ordered) {

  Relation {
    columns = List.copyOf(columns);
  }

  Schema schema() {
    return traced.schema();
  }

  List<String> names() {
    return traced.names();
  }

  int place(String column) {
    int place = names().indexOf(column);
    if (place < 0) {
      throw new IllegalStateException("the column " + column + " was checked and is missing");
    }
    return place;
  }

  Cells column(String name) {
    return columns.get(place(name));
  }

  List<Cells> columns(List<String> names) {
    return names.stream().map(this::column).toList();
  }

  /** Other rows of the same columns, whose order is that of these. */
  Relation picked(int[] rows) {
    return new Relation(traced, rows.length, Picking.of(columns, rows), ordered);
  }

  /** The same rows with other columns. */
  Relation with(TracedSchema schema, List<Cells> cells) {
    return new Relation(schema, size, cells, ordered);
  }

  /** The same rows with columns behind these, which have no names. */
  List<Cells> and(List<Cells> computed) {
    var all = new ArrayList<>(columns);
    all.addAll(computed);
    return all;
  }
}
