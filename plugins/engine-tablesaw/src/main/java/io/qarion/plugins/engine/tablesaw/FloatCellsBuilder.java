package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.PlainType;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;

/** Collects floats. */
final class FloatCellsBuilder implements CellsBuilder {

  private final BitSet nulls = new BitSet();
  private double[] floats;
  private int size;

  FloatCellsBuilder(int expected) {
    this.floats = new double[expected];
  }

  @Override
  public void add(@Nullable Object value) {
    if (value == null) {
      addNull();
    } else {
      addReal(((Number) value).doubleValue());
    }
  }

  @Override
  public void copy(Cells cells, int row) {
    if (cells.isNull(row)) {
      addNull();
    } else if (cells.type() == PlainType.FLOAT) {
      addReal(cells.real(row));
    } else {
      add(cells.value(row));
    }
  }

  @Override
  public void addNull() {
    nulls.set(size);
    addReal(0.0);
  }

  @Override
  public void addReal(double number) {
    if (size == floats.length) {
      floats = Arrays.copyOf(floats, Growth.more(size));
    }
    floats[size++] = number;
  }

  @Override
  public Cells build() {
    return new FloatCells(
        DoubleColumn.create("", size == floats.length ? floats : Arrays.copyOf(floats, size)),
        nulls);
  }
}
