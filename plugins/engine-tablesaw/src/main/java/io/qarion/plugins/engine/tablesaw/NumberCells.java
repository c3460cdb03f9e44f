package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;

/**
 * A column of Tablesaw with values in their {@link NumberForm}. What Tablesaw takes for missing,
 * the smallest integer, is a value here: which cells are NULL stands beside it.
 */
record NumberCells(DataType type, NumberForm form, LongColumn column, BitSet nulls)
    implements Cells {

  @Override
  public boolean isNull(int row) {
    return nulls.get(row);
  }

  @Override
  public @Nullable Object value(int row) {
    return nulls.get(row) ? null : form.value().apply(column.getLong(row));
  }

  @Override
  public long number(int row) {
    return column.getLong(row);
  }

  @Override
  public int hash(int row) {
    return nulls.get(row) ? 0 : Long.hashCode(column.getLong(row));
  }

  @Override
  public int compare(int row, Cells other, int otherRow) {
    return Long.compare(column.getLong(row), other.number(otherRow));
  }
}
