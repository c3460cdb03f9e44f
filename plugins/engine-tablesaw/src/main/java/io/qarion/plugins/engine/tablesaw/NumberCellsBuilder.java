package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;

/** Collects values in their {@link NumberForm}. */
final class NumberCellsBuilder implements CellsBuilder {

  private final DataType type;
  private final NumberForm form;
  private final BitSet nulls = new BitSet();
  private long[] numbers;
  private int size;

  NumberCellsBuilder(DataType type, int expected) {
    this.type = type;
    this.form = NumberForm.of(type);
    this.numbers = new long[expected];
  }

  @Override
  public void add(@Nullable Object value) {
    if (value == null) {
      addNull();
    } else {
      addNumber(form.number().applyAsLong(value));
    }
  }

  @Override
  public void copy(Cells cells, int row) {
    if (cells.isNull(row)) {
      addNull();
    } else if (cells.type().equals(type)) {
      addNumber(cells.number(row));
    } else {
      add(cells.value(row));
    }
  }

  @Override
  public void addNull() {
    nulls.set(size);
    addNumber(0L);
  }

  @Override
  public void addNumber(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Growth.more(size));
    }
    numbers[size++] = number;
  }

  @Override
  public Cells build() {
    return new NumberCells(
        type,
        form,
        LongColumn.create("", size == numbers.length ? numbers : Arrays.copyOf(numbers, size)),
        nulls);
  }
}
