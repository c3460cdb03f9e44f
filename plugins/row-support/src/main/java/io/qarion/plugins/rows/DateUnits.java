package io.qarion.plugins.rows;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;

/** Counting and moving by units of time. */
final class DateUnits {

  private static final int MONTHS_A_QUARTER = 3;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private DateUnits() {}

  /** The start of the unit that a date or timestamp lies in; its type stays. */
  static Object start(String unit, Object value) {
    if (value instanceof LocalDate date) {
      return start(unit, date.atStartOfDay()).toLocalDate();
    }
    return start(unit, (LocalDateTime) value);
  }

  private static LocalDateTime start(String unit, LocalDateTime moment) {
    LocalDate day = moment.toLocalDate();
    return switch (unit) {
      case "year" -> day.withDayOfYear(1).atStartOfDay();
      case "quarter" ->
          day.withMonth((day.getMonthValue() - 1) / MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1)
              .withDayOfMonth(1)
              .atStartOfDay();
      case "month" -> day.withDayOfMonth(1).atStartOfDay();
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      default -> moment.truncatedTo(exact(unit));
    };
  }

  /** How many starts of a unit lie after one moment and up to another. */
  static Object difference(String unit, LocalDateTime from, LocalDateTime to) {
    return switch (unit) {
      case "year" -> (long) to.getYear() - from.getYear();
      case "quarter" -> quarters(to) - quarters(from);
      case "month" -> months(to) - months(from);
      case "week" ->
          ChronoUnit.DAYS.between(start(unit, from), start(unit, to)) / DayOfWeek.values().length;
      default -> exact(unit).between(start(unit, from), start(unit, to));
    };
  }

  private static long months(LocalDateTime moment) {
    return moment.getYear() * 12L + moment.getMonthValue();
  }

  private static long quarters(LocalDateTime moment) {
    return moment.getYear() * 4L + (moment.getMonthValue() - 1) / MONTHS_A_QUARTER;
  }

  /** A date or timestamp moved; a day beyond the end of its month becomes the last one. */
  static Object moved(String unit, long amount, Object value) {
    try {
      Temporal moment = (Temporal) value;
      Temporal moved =
          switch (unit) {
            case "year" -> moment.plus(amount, ChronoUnit.YEARS);
            case "quarter" ->
                moment.plus(Math.multiplyExact(MONTHS_A_QUARTER, amount), ChronoUnit.MONTHS);
            case "month" -> moment.plus(amount, ChronoUnit.MONTHS);
            case "week" -> moment.plus(amount, ChronoUnit.WEEKS);
            default -> moment.plus(amount, exact(unit));
          };
      int year = moved.get(ChronoField.YEAR);
      if (year >= FIRST_YEAR && year <= LAST_YEAR) {
        return moved;
      }
    } catch (DateTimeException | ArithmeticException _) {
      throw Refusal.of("A date moved by %d %ss is out of years.".formatted(amount, unit));
    }
    throw Refusal.of("A date moved by %d %ss is out of years.".formatted(amount, unit));
  }

  private static ChronoUnit exact(String unit) {
    return switch (unit) {
      case "day" -> ChronoUnit.DAYS;
      case "hour" -> ChronoUnit.HOURS;
      case "minute" -> ChronoUnit.MINUTES;
      case "second" -> ChronoUnit.SECONDS;
      case "microsecond" -> ChronoUnit.MICROS;
      default -> throw new IllegalArgumentException("no unit of time: " + unit);
    };
  }
}
