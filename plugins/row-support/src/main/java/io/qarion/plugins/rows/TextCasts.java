package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values read from text. */
final class TextCasts {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");
  private static final Pattern SPECIAL =
      Pattern.compile("([+-]?)(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final String DAY = "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})";
  private static final String CLOCK =
      "([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:\\.([0-9]{1,6}))?)?";
  private static final Pattern DATE = Pattern.compile(DAY);
  private static final Pattern TIME = Pattern.compile(CLOCK);
  private static final Pattern TIMESTAMP = Pattern.compile("(" + DAY + ")(?:[ T](" + CLOCK + "))?");
  private static final int MOST_EXPONENT = 1000;

  private TextCasts() {}

  static boolean toBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw Refusal.notOf(text, PlainType.BOOLEAN);
    };
  }

  static long toInteger(String text) {
    if (INTEGER.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException _) {
        throw Refusal.overflow(PlainType.INTEGER);
      }
    }
    throw Refusal.notOf(text, PlainType.INTEGER);
  }

  static BigDecimal toDecimal(String text, DataType type) {
    if (NUMBER.matcher(text).matches()) {
      var number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) <= MOST_EXPONENT) {
        return number;
      }
    }
    throw Refusal.notOf(text, type);
  }

  static double toFloat(String text) {
    Matcher special = SPECIAL.matcher(text);
    if (special.matches()) {
      boolean isNan = special.group(2).equalsIgnoreCase("nan");
      double infinity =
          special.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return isNan ? Double.NaN : infinity;
    }
    if (NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (!Double.isInfinite(number)) {
        return number;
      }
    }
    throw Refusal.notOf(text, PlainType.FLOAT);
  }

  static LocalDate toDate(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      throw Refusal.notOf(text, PlainType.DATE);
    }
    return day(matcher.group(1), matcher.group(2), matcher.group(3), text, PlainType.DATE);
  }

  static LocalTime toTime(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw Refusal.notOf(text, PlainType.TIME);
    }
    return clock(matcher, 1, text, PlainType.TIME);
  }

  static LocalDateTime toTimestamp(String text) {
    Matcher matcher = TIMESTAMP.matcher(text);
    if (!matcher.matches()) {
      throw Refusal.notOf(text, PlainType.TIMESTAMP);
    }
    LocalDate day =
        day(matcher.group(2), matcher.group(3), matcher.group(4), text, PlainType.TIMESTAMP);
    return matcher.group(5) == null
        ? day.atStartOfDay()
        : day.atTime(clock(matcher, 6, text, PlainType.TIMESTAMP));
  }

  private static LocalDate day(String year, String month, String day, String text, DataType type) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      if (date.getYear() > 0) {
        return date;
      }
    } catch (DateTimeException _) {
      throw Refusal.notOf(text, type);
    }
    throw Refusal.notOf(text, type);
  }

  private static LocalTime clock(Matcher matcher, int first, String text, DataType type) {
    String seconds = matcher.group(first + 2);
    String fraction = matcher.group(first + 3);
    try {
      return LocalTime.of(
          Integer.parseInt(matcher.group(first)),
          Integer.parseInt(matcher.group(first + 1)),
          seconds == null ? 0 : Integer.parseInt(seconds),
          fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
    } catch (DateTimeException _) {
      throw Refusal.notOf(text, type);
    }
  }
}
