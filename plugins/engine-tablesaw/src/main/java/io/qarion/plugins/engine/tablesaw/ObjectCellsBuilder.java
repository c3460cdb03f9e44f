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

  private static final int LONGEST_SHARED = 64;
  private static final int RECENT = 256;

  private final DataType type;
  private final @Nullable String[] recent = new @Nullable String[RECENT];
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

  @Override
  public void addText(String text) {
    if (type == PlainType.BINARY) {
      put(HexFormat.of().parseHex(text));
    } else if (type instanceof DecimalType) {
      put(new BigDecimal(text));
    } else {
      put(text.length() > LONGEST_SHARED ? text : shared(text));
    }
  }

  /** Files have columns of few texts, and the reader makes each anew: such are kept once. */
  private String shared(String text) {
    int slot = text.hashCode() & (recent.length - 1);
    String known = recent[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    recent[slot] = text;
    return text;
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
