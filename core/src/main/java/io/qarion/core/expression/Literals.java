package io.qarion.core.expression;

import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of a literal into its value. */
final class Literals {

  /** One more than the largest integer: with a minus before it, it is the smallest. */
  static final String BEYOND_LONG = "9223372036854775808";

  private static final String DATE = "(\\d{4})-(\\d{1,2})-(\\d{1,2})";
  private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,6}))?)?";
  private static final Pattern DATE_ONLY = Pattern.compile(DATE);
  private static final Pattern TIME_ONLY = Pattern.compile(TIME);
  private static final Pattern DATE_AND_TIME = Pattern.compile(DATE + "[ T]" + TIME);

  private Literals() {}

  static Expression smallestInteger(Span span) {
    return new Expression.Literal(Long.MIN_VALUE, PlainType.INTEGER, span);
  }

  /** Empty if it has more than 64 bits. */
  static Optional<Expression> integer(Token token) {
    var value = new BigInteger(token.text());
    return value.bitLength() > 63
        ? Optional.empty()
        : Optional.of(new Expression.Literal(value.longValue(), PlainType.INTEGER, token.span()));
  }

  /** Empty if it has more than 38 digits. */
  static Optional<Expression> decimal(Token token) {
    var value = new BigDecimal(token.text());
    int scale = Math.max(value.scale(), 0);
    int precision = value.signum() == 0 ? Math.max(scale, 1) : Math.max(value.precision(), scale);
    if (precision > DecimalType.MAX_PRECISION) {
      return Optional.empty();
    }
    var type = new DecimalType(precision, scale);
    return Optional.of(new Expression.Literal(value, type, token.span()));
  }

  /** Empty if it is beyond what a float can hold. */
  static Optional<Expression> floating(Token token) {
    double value = Double.parseDouble(token.text());
    return Double.isInfinite(value)
        ? Optional.empty()
        : Optional.of(new Expression.Literal(value, PlainType.FLOAT, token.span()));
  }

  /**
   * The value of {@code date '..'}, {@code time '..'} or {@code timestamp '..'}.
   *
   * @param word which of the three
   * @return empty if there is no such day or time
   */
  static Optional<Expression> moment(String word, String text, Span span) {
    try {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "date" -> date(text).map(date -> new Expression.Literal(date, PlainType.DATE, span));
        case "time" -> time(text).map(time -> new Expression.Literal(time, PlainType.TIME, span));
        default ->
            timestamp(text).map(time -> new Expression.Literal(time, PlainType.TIMESTAMP, span));
      };
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    Matcher matcher = DATE_ONLY.matcher(text);
    return matcher.matches() ? Optional.of(date(matcher)) : Optional.empty();
  }

  private static Optional<LocalTime> time(String text) {
    Matcher matcher = TIME_ONLY.matcher(text);
    return matcher.matches() ? Optional.of(time(matcher, 1)) : Optional.empty();
  }

  private static Optional<LocalDateTime> timestamp(String text) {
    Matcher matcher = DATE_AND_TIME.matcher(text);
    if (matcher.matches()) {
      return Optional.of(LocalDateTime.of(date(matcher), time(matcher, 4)));
    }
    return date(text).map(LocalDate::atStartOfDay);
  }

  private static LocalDate date(Matcher matcher) {
    int year = number(matcher, 1);
    if (year == 0) {
      throw new DateTimeException("years begin with 1");
    }
    return LocalDate.of(year, number(matcher, 2), number(matcher, 3));
  }

  private static LocalTime time(Matcher matcher, int first) {
    String fraction = matcher.group(first + 3);
    int micros = fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6));
    return LocalTime.of(
        number(matcher, first),
        number(matcher, first + 1),
        number(matcher, first + 2),
        micros * 1000);
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
