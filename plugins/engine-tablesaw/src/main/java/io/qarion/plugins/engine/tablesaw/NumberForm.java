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
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * How the values of a type are integers, as {@link CellForm#NUMBER} says, which have their order.
 * It is chosen once for a column: to choose for each cell costs more than the rest.
 */
record NumberForm(ToLongFunction<Object> number, LongFunction<Object> value) {

  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  /** Whether all values of a type have such a form. */
  static boolean has(DataType type) {
    return CellForm.of(type) == CellForm.NUMBER;
  }

  static NumberForm of(DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN ->
          new NumberForm(value -> (Boolean) value ? 1 : 0, number -> number != 0);
      case PlainType.INTEGER -> new NumberForm(value -> (Long) value, number -> number);
      case PlainType.DATE ->
          new NumberForm(value -> ((LocalDate) value).toEpochDay(), LocalDate::ofEpochDay);
      case PlainType.TIME ->
          new NumberForm(
              value -> ((LocalTime) value).toNanoOfDay() / NANOS_A_MICRO,
              number -> LocalTime.ofNanoOfDay(number * NANOS_A_MICRO));
      case PlainType.TIMESTAMP ->
          new NumberForm(value -> micros((LocalDateTime) value), NumberForm::moment);
      case DecimalType(_, int scale) ->
          new NumberForm(
              value -> ((BigDecimal) value).scaleByPowerOfTen(scale).longValueExact(),
              number -> BigDecimal.valueOf(number, scale));
      case PlainType.FLOAT, PlainType.STRING, PlainType.JSON, PlainType.BINARY ->
          throw new IllegalArgumentException("no numbers hold " + type.text());
    };
  }

  private static long micros(LocalDateTime moment) {
    return moment.toEpochSecond(ZoneOffset.UTC) * MICROS_A_SECOND
        + moment.get(ChronoField.MICRO_OF_SECOND);
  }

  private static LocalDateTime moment(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, MICROS_A_SECOND),
        (int) Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO,
        ZoneOffset.UTC);
  }
}
