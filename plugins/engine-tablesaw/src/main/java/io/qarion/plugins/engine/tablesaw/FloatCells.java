package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.rows.ValueOrder;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;

/** A column of Tablesaw with floats; NaN is a value, which cells are NULL stands beside it. */
record FloatCells(DoubleColumn column, BitSet nulls) implements Cells {

  @Override
  public DataType type() {
    return PlainType.FLOAT;
  }

  @Override
  public boolean isNull(int row) {
    return nulls.get(row);
  }

  @Override
  public @Nullable Object value(int row) {
    return nulls.get(row) ? null : (Object) column.getDouble(row);
  }

  @Override
  public double real(int row) {
    return column.getDouble(row);
  }

  @Override
  public int hash(int row) {
    double value = column.getDouble(row);
    return nulls.get(row) ? 0 : Double.hashCode(value == 0 ? 0.0 : value);
  }

  @Override
  public int compare(int row, Cells other, int otherRow) {
    return ValueOrder.floats(column.getDouble(row), other.real(otherRow));
  }
}
