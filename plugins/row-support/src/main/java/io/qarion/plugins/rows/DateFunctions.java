package io.qarion.plugins.rows;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.QarionException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Functions of dates and times but for those with a format. */
final class DateFunctions {

  private static final int MILLIS = 1000;
  private static final long LAST_SECOND =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
  private static final long FIRST_SECOND =
      LocalDateTime.of(1, 1, 1, 0, 0, 0).toEpochSecond(ZoneOffset.UTC);

  private DateFunctions() {}

  static Map<String, FunctionMaker> all() {
    Map<String, FunctionMaker> all = new HashMap<>();
    field(all, "year", ChronoField.YEAR);
    field(all, "quarter", IsoFields.QUARTER_OF_YEAR);
    field(all, "month", ChronoField.MONTH_OF_YEAR);
    field(all, "week", IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    field(all, "iso_year", IsoFields.WEEK_BASED_YEAR);
    field(all, "day", ChronoField.DAY_OF_MONTH);
    field(all, "day_of_week", ChronoField.DAY_OF_WEEK);
    field(all, "day_of_year", ChronoField.DAY_OF_YEAR);
    field(all, "hour", ChronoField.HOUR_OF_DAY);
    field(all, "minute", ChronoField.MINUTE_OF_HOUR);
    field(all, "second", ChronoField.SECOND_OF_MINUTE);
    field(all, "microsecond", ChronoField.MICRO_OF_SECOND);
    putCalendar(all);
    putMoves(all);
    putMade(all);
    return all;
  }

  private static void putCalendar(Map<String, FunctionMaker> all) {
    put(all, "days_in_month", values -> (long) values.moment(0).toLocalDate().lengthOfMonth());
    put(
        all,
        "month_name",
        values -> values.moment(0).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    put(
        all,
        "day_name",
        values -> values.moment(0).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  private static void putMoves(Map<String, FunctionMaker> all) {
    put(all, "date_trunc", values -> DateUnits.start(values.text(0), values.value(1)));
    put(
        all,
        "date_diff",
        values -> DateUnits.difference(values.text(0), values.moment(1), values.moment(2)));
    put(
        all,
        "date_add",
        values -> DateUnits.moved(values.text(0), values.integer(1), values.value(2)));
    put(
        all,
        "last_day",
        values -> values.moment(0).toLocalDate().with(TemporalAdjusters.lastDayOfMonth()));
  }

  private static void putMade(Map<String, FunctionMaker> all) {
    put(all, "make_date", DateFunctions::date);
    put(all, "make_time", values -> time(values, 0));
    put(all, "make_timestamp", values -> date(values).atTime(time(values, 3)));
    put(all, "to_time", values -> values.moment(0).toLocalTime());
    put(all, "epoch_seconds", values -> values.moment(0).toEpochSecond(ZoneOffset.UTC));
    put(all, "epoch_millis", values -> values.moment(0).toInstant(ZoneOffset.UTC).toEpochMilli());
    put(all, "from_epoch_seconds", values -> moment(values.integer(0), 0));
    put(
        all,
        "from_epoch_millis",
        values ->
            moment(
                Math.floorDiv(values.integer(0), MILLIS),
                Math.floorMod(values.integer(0), MILLIS)));
    put(all, "to_zone", DateFunctions::inZone);
  }

  private static void put(
      Map<String, FunctionMaker> all, String name, FunctionMaker.Values function) {
    all.put(name, FunctionMaker.of(function));
  }

  private static void field(Map<String, FunctionMaker> all, String name, TemporalField field) {
    put(
        all,
        name,
        values -> {
          Object value = values.value(0);
          return value instanceof LocalTime time
              ? time.getLong(field)
              : values.moment(0).getLong(field);
        });
  }

  private static LocalDate date(Arguments values) {
    long year = values.integer(0);
    try {
      if (year >= 1 && year <= 9999) {
        return LocalDate.of(
            (int) year, Math.toIntExact(values.integer(1)), Math.toIntExact(values.integer(2)));
      }
    } catch (DateTimeException | ArithmeticException _) {
      throw noDay(values);
    }
    throw noDay(values);
  }

  private static QarionException noDay(Arguments values) {
    return Refusal.of(
        "There is no day %d-%d-%d."
            .formatted(values.integer(0), values.integer(1), values.integer(2)));
  }

  private static LocalTime time(Arguments values, int first) {
    try {
      return LocalTime.of(
          Math.toIntExact(values.integer(first)),
          Math.toIntExact(values.integer(first + 1)),
          Math.toIntExact(values.integer(first + 2)));
    } catch (DateTimeException | ArithmeticException _) {
      throw Refusal.of(
          "There is no time %d:%d:%d."
              .formatted(
                  values.integer(first), values.integer(first + 1), values.integer(first + 2)));
    }
  }

  private static LocalDateTime moment(long seconds, long millis) {
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      throw Refusal.overflow(PlainType.TIMESTAMP);
    }
    return LocalDateTime.ofEpochSecond(seconds, (int) millis * 1_000_000, ZoneOffset.UTC);
  }

  private static Object inZone(Arguments values) {
    try {
      return values
          .moment(0)
          .atOffset(ZoneOffset.UTC)
          .atZoneSameInstant(ZoneId.of(values.text(1)))
          .toLocalDateTime();
    } catch (DateTimeException _) {
      throw Refusal.of("There is no time zone '%s'.".formatted(values.text(1)));
    }
  }
}
