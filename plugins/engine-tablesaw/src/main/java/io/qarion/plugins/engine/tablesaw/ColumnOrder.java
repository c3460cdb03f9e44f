package io.qarion.plugins.engine.tablesaw;

import io.qarion.plugins.rows.RowComparator;
import java.util.List;
import java.util.stream.Stream;

/** The order of rows by one column. */
record ColumnOrder(Cells cells, boolean descending, boolean nullsFirst) implements RowComparator {

  /** Rows by several columns, one after the other. */
  static RowComparator of(List<ColumnOrder> columns) {
    var orders = columns.toArray(ColumnOrder[]::new);
    return (left, right) -> {
      int order = 0;
      for (int i = 0; i < orders.length && order == 0; i++) {
        order = orders[i].compare(left, right);
      }
      return order;
    };
  }

  /** Columns from the smallest to the largest value, NULL last. */
  static Stream<ColumnOrder> ascending(List<Cells> columns) {
    return columns.stream().map(cells -> new ColumnOrder(cells, false, false));
  }

  @Override
  public int compare(int left, int right) {
    boolean isLeftNull = cells.isNull(left);
    boolean isRightNull = cells.isNull(right);
    if (isLeftNull || isRightNull) {
      int order = Boolean.compare(isLeftNull, isRightNull);
      return nullsFirst ? -order : order;
    }
    int order = cells.compare(left, cells, right);
    return descending ? -order : order;
  }
}
