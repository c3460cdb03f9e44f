package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQLite holds them: {@code Long}, {@code Double}, {@code String} and {@code byte[]}.
 * Numbers of decimals, dates and times are text in one form each, so that equal values are equal
 * texts; all but decimals stand in their order too.
 */
final class Cells {

  /** Behind all numbers in SQLite's order, as NaN is in ours. */
  private static final String NAN = "NaN";

  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private Cells() {}

  /** What SQLite holds for a value. */
  static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean flag -> flag ? 1L : 0L;
      case Double number when number.isNaN() -> NAN;
      case Double number -> number;
      case Long number -> number;
      case BigDecimal number -> number.toPlainString();
      case LocalDate date -> date.toString();
      case LocalTime time -> SECONDS.format(time);
      case LocalDateTime moment -> moment.toLocalDate() + " " + SECONDS.format(moment);
      case byte[] bytes -> bytes;
      default -> value.toString();
    };
  }

  /** The value of a type that SQLite holds as this. */
  static @Nullable Object value(@Nullable Object stored, DataType type) {
    if (stored == null) {
      return null;
    }
    return switch (type) {
      case PlainType.BOOLEAN -> ((Number) stored).longValue() != 0;
      case PlainType.INTEGER -> ((Number) stored).longValue();
      case PlainType.FLOAT ->
          stored instanceof Number number
              ? number.doubleValue()
              : Double.parseDouble(stored.toString());
      case PlainType.STRING, PlainType.JSON -> stored.toString();
      case PlainType.DATE -> LocalDate.parse(stored.toString());
      case PlainType.TIME -> LocalTime.parse(stored.toString());
      case PlainType.TIMESTAMP -> LocalDateTime.parse(stored.toString().replace(' ', 'T'));
      case PlainType.BINARY -> stored;
      case DecimalType(_, int scale) ->
          new BigDecimal(stored.toString()).setScale(scale, RoundingMode.UNNECESSARY);
    };
  }

  /** A text that stands among others where its decimal stands among numbers. */
  static String order(String decimal) {
    boolean isNegative = decimal.startsWith("-");
    String digits = isNegative ? decimal.substring(1) : decimal;
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    String ordered = (char) ('0' + whole) + digits;
    return isNegative ? "-" + complement(ordered) : "0" + ordered;
  }

  private static String complement(String text) {
    var turned = new StringBuilder(text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      turned.append(sign == '.' ? '.' : (char) ('0' + 'z' - sign));
    }
    return turned.toString();
  }
}
