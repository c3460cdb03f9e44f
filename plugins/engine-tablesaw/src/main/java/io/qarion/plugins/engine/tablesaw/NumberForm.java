package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.duckdb.CellForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** Values as the integers that {@link CellForm#NUMBER} says, which have their order. */
final class NumberForm {

  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  private NumberForm() {}

  /** Whether all values of a type have such a form. */
  static boolean has(DataType type) {
    return CellForm.of(type) == CellForm.NUMBER;
  }

  static long of(Object value, DataType type) {
    return switch (value) {
      case Boolean flag -> flag ? 1 : 0;
      case Long number -> number;
      case BigDecimal decimal when type instanceof DecimalType(_, int scale) ->
          decimal.scaleByPowerOfTen(scale).longValueExact();
      case LocalDate date -> date.toEpochDay();
      case LocalTime time -> time.toNanoOfDay() / NANOS_A_MICRO;
      case LocalDateTime moment ->
          moment.toEpochSecond(ZoneOffset.UTC) * MICROS_A_SECOND
              + moment.get(ChronoField.MICRO_OF_SECOND);
      default -> throw new IllegalArgumentException("no number: " + value.getClass());
    };
  }

  static Object value(long number, DataType type) {
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
}
