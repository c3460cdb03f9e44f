package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.BitSet;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/**
 * A column of Tablesaw that loses nothing. What Tablesaw takes for missing (an empty text, the
 * smallest integer, NaN) are values here; which cells are NULL stands beside it.
 */
final class StoredColumn {

  private static final int NARROW_DIGITS = 18;
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  private final DataType type;
  private final Cells cells;
  private final BitSet nulls = new BitSet();

  StoredColumn(Column column) {
    this.type = column.type();
    this.cells = cells(column);
  }

  private static Cells cells(Column column) {
    return switch (column.type()) {
      case PlainType.BOOLEAN, PlainType.INTEGER, PlainType.DATE, PlainType.TIME ->
          new Numbers(LongColumn.create(column.name()));
      case PlainType.TIMESTAMP -> new Numbers(LongColumn.create(column.name()));
      case PlainType.FLOAT -> new Floats(DoubleColumn.create(column.name()));
      case PlainType.STRING, PlainType.JSON, PlainType.BINARY ->
          new Texts(StringColumn.create(column.name()));
      case DecimalType(int precision, _) ->
          precision <= NARROW_DIGITS
              ? new Numbers(LongColumn.create(column.name()))
              : new Texts(StringColumn.create(column.name()));
    };
  }

  void add(int row, @Nullable Object given) {
    Object value = scaled(given);
    if (value == null) {
      nulls.set(row);
    }
    switch (cells) {
      case Numbers(LongColumn column) -> column.append(value == null ? 0L : number(value));
      case Floats(DoubleColumn column) -> column.append(real(value));
      case Texts(StringColumn column) -> column.append(value == null ? "" : text(value));
    }
  }

  @Nullable Object get(int row) {
    if (nulls.get(row)) {
      return null;
    }
    return switch (cells) {
      case Numbers(LongColumn column) -> ofNumber(column.getLong(row));
      case Floats(DoubleColumn column) -> column.getDouble(row);
      case Texts(StringColumn column) -> ofText(column.get(row));
    };
  }

  /** A decimal with as many digits behind the point as its column has; others as they are. */
  private @Nullable Object scaled(@Nullable Object given) {
    return given instanceof BigDecimal decimal && type instanceof DecimalType(_, int scale)
        ? decimal.setScale(scale, RoundingMode.UNNECESSARY)
        : given;
  }

  private static double real(@Nullable Object value) {
    return value instanceof Double real ? real : 0;
  }

  private static long number(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? 1 : 0;
      case Long number -> number;
      case BigDecimal decimal -> decimal.unscaledValue().longValueExact();
      case LocalDate date -> date.toEpochDay();
      case LocalTime time -> time.toNanoOfDay() / NANOS_A_MICRO;
      case LocalDateTime moment ->
          moment.toEpochSecond(ZoneOffset.UTC) * MICROS_A_SECOND
              + moment.get(ChronoField.MICRO_OF_SECOND);
      default -> throw new IllegalArgumentException("no number: " + value.getClass());
    };
  }

  private Object ofNumber(long number) {
    return switch (type) {
      case PlainType.BOOLEAN -> number != 0;
      case PlainType.INTEGER -> number;
      case PlainType.DATE -> LocalDate.ofEpochDay(number);
      case PlainType.TIME -> LocalTime.ofNanoOfDay(number * NANOS_A_MICRO);
      case PlainType.TIMESTAMP ->
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(number, MICROS_A_SECOND),
              (int) Math.floorMod(number, MICROS_A_SECOND) * NANOS_A_MICRO,
              ZoneOffset.UTC);
      case DecimalType(_, int scale) -> BigDecimal.valueOf(number, scale);
      case PlainType.FLOAT, PlainType.STRING, PlainType.JSON, PlainType.BINARY ->
          throw new IllegalStateException("no numbers hold " + type.text());
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case BigDecimal decimal -> decimal.toPlainString();
      default -> value.toString();
    };
  }

  private Object ofText(String text) {
    if (type == PlainType.BINARY) {
      return HexFormat.of().parseHex(text);
    }
    return type instanceof DecimalType ? new BigDecimal(text) : text;
  }

  /** The column of Tablesaw that fits a type. */
  private sealed interface Cells {}

  private record Numbers(LongColumn column) implements Cells {}

  private record Floats(DoubleColumn column) implements Cells {}

  private record Texts(StringColumn column) implements Cells {}
}
