package io.qarion.plugins.engine.tablesaw;

import io.qarion.plugins.rows.RowView;
import io.qarion.plugins.rows.Rows;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of some columns after the other. */
final class CellsRow implements Rows, RowView {

  private final Cells[] columns;
  private int row;

  CellsRow(List<Cells> columns) {
    this.columns = columns.toArray(Cells[]::new);
  }

  @Override
  public RowView at(int newRow) {
    row = newRow;
    return this;
  }

  @Override
  public @Nullable Object value(int place) {
    return columns[place].value(row);
  }

  @Override
  public boolean isNull(int place) {
    return columns[place].isNull(row);
  }

  /** A row as a list, which reads its cells when they are asked for. */
  static List<@Nullable Object> list(List<Cells> columns, int row) {
    return new AbstractList<@Nullable Object>() {
      @Override
      public @Nullable Object get(int place) {
        return columns.get(place).value(row);
      }

      @Override
      public int size() {
        return columns.size();
      }
    };
  }

  /** All rows as lists, one after the other. */
  static Iterator<List<@Nullable Object>> lists(List<Cells> columns, int size) {
    return IntStream.range(0, size).mapToObj(row -> list(columns, row)).iterator();
  }
}
