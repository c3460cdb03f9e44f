package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import org.jspecify.annotations.Nullable;

/** Cells of other rows of a column, without a copy of them. */
final class PickedCells implements Cells {

  private final Cells cells;
  private final int[] rows;

  /**
   * @param rows one of the column for each row, {@link RowNumbers#NONE} for NULL; not changed
   *     afterwards
   */
  PickedCells(Cells cells, int[] rows) {
    this.cells = cells;
    this.rows = rows;
  }

  /** The column that has the cells. */
  Cells cells() {
    return cells;
  }

  /** Which of its rows these are. */
  int[] rows() {
    return rows;
  }

  @Override
  public DataType type() {
    return cells.type();
  }

  @Override
  public boolean isNull(int row) {
    return rows[row] == RowNumbers.NONE || cells.isNull(rows[row]);
  }

  @Override
  public @Nullable Object value(int row) {
    return rows[row] == RowNumbers.NONE ? null : cells.value(rows[row]);
  }

  @Override
  public long number(int row) {
    return cells.number(rows[row]);
  }

  @Override
  public double real(int row) {
    return cells.real(rows[row]);
  }

  @Override
  public Object object(int row) {
    return cells.object(rows[row]);
  }

  @Override
  public int hash(int row) {
    return rows[row] == RowNumbers.NONE ? 0 : cells.hash(rows[row]);
  }

  @Override
  public int compare(int row, Cells other, int otherRow) {
    return cells.compare(rows[row], other, otherRow);
  }

  @Override
  public boolean isSame(int row, Cells other, int otherRow) {
    return rows[row] == RowNumbers.NONE
        ? other.isNull(otherRow)
        : cells.isSame(rows[row], other, otherRow);
  }
}
