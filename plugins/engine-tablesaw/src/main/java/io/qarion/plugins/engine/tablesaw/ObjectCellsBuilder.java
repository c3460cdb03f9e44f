package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Collects texts, binary values and wide decimals. */
final class ObjectCellsBuilder implements CellsBuilder {

  private final DataType type;
  private @Nullable Object[] values;
  private int size;

  ObjectCellsBuilder(DataType type, int expected) {
    this.type = type;
    this.values = new @Nullable Object[expected];
  }

  @Override
  public void add(@Nullable Object value) {
    put(value == null ? null : held(value));
  }

  private Object held(Object value) {
    if (type instanceof DecimalType(_, int scale)) {
      return ((BigDecimal) value).setScale(scale, RoundingMode.UNNECESSARY);
    }
    return type == PlainType.BINARY ? value : value.toString();
  }

  /** A text like the one before is kept once: files have columns where all are the same. */
  @Override
  public void addText(String text) {
    if (type == PlainType.BINARY) {
      put(HexFormat.of().parseHex(text));
    } else if (type instanceof DecimalType) {
      put(new BigDecimal(text));
    } else {
      put(size > 0 && text.equals(values[size - 1]) ? values[size - 1] : text);
    }
  }

  @Override
  public void copy(Cells cells, int row) {
    if (cells.type().equals(type)) {
      put(cells.value(row));
    } else {
      add(cells.value(row));
    }
  }

  private void put(@Nullable Object value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Growth.more(size));
    }
    values[size++] = value;
  }

  @Override
  public Cells build() {
    return new ObjectCells(type, size == values.length ? values : Arrays.copyOf(values, size));
  }
}
