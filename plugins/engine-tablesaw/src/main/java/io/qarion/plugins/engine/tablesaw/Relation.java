package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.TracedSchema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows between two steps.
 *
 * @param rows in their order; arrays are never changed
 * @param ordered whether the order was asked for
 */
record Relation(TracedSchema traced, List<@Nullable Object[]> rows, boolean ordered) {

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

  int[] places(List<String> columns) {
    return columns.stream().mapToInt(this::place).toArray();
  }

  /** Other rows of the same columns, whose order is that of these. */
  Relation with(List<@Nullable Object[]> newRows) {
    return new Relation(traced, newRows, ordered);
  }

  /** The rows as lists, one after the other. */
  static Iterator<List<@Nullable Object>> lists(List<@Nullable Object[]> rows) {
    Iterator<@Nullable Object[]> arrays = rows.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return arrays.hasNext();
      }

      @Override
      public List<@Nullable Object> next() {
        return list(arrays.next());
      }
    };
  }

  static List<@Nullable Object> list(@Nullable Object[] row) {
    var cells = new ArrayList<@Nullable Object>(row.length);
    for (Object cell : row) {
      cells.add(cell);
    }
    return cells;
  }
}
