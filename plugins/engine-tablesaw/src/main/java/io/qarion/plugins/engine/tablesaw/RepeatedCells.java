package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The same value in every row.
 *
 * @param cell a column whose first row has it
 */
record RepeatedCells(Cells cell) implements Cells {

  /** A column without values. */
  static Cells nulls(DataType type) {
    return of(type, null);
  }

  static Cells of(DataType type, @Nullable Object value) {
    CellsBuilder builder = CellsBuilder.of(type, 1);
    builder.add(value);
    return new RepeatedCells(builder.build());
  }

  @Override
  public DataType type() {
    return cell.type();
  }

  @Override
  public boolean isNull(int row) {
    return cell.isNull(0);
  }

  @Override
  public @Nullable Object value(int row) {
    return cell.value(0);
  }

  @Override
  public long number(int row) {
    return cell.number(0);
  }

  @Override
  public double real(int row) {
    return cell.real(0);
  }

  @Override
  public Object object(int row) {
    return cell.object(0);
  }

  @Override
  public int hash(int row) {
    return cell.hash(0);
  }

  @Override
  public int compare(int row, Cells other, int otherRow) {
    return cell.compare(0, other, otherRow);
  }
}
