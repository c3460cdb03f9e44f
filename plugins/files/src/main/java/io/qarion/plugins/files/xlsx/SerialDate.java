package io.qarion.plugins.files.xlsx;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/** Days and their parts as numbers, the way spreadsheets count them. */
final class SerialDate {

  private static final long MICROS = 86_400_000_000L;

  /** What a program that keeps 15 digits loses of a moment of our time. */
  private static final double LOST = 10;

  /** Spreadsheets think that 1900 had a 29th of February: all after it are one day off. */
  private static final int LEAP_DAY = 60;

  private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(1899, 12, 31);
  private static final LocalDate AFTER_LEAP_DAY = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private SerialDate() {}

  /** The moment of a number; empty if it stands for none. */
  static Optional<LocalDateTime> moment(double serial, boolean from1904) {
    if (!(serial >= 0 && serial < 2_958_466)) {
      return Optional.empty();
    }
    long days = (long) Math.floor(serial);
    long micros = micros(serial, days);
    if (micros == MICROS) {
      days++;
      micros = 0;
    }
    LocalDate first = FIRST_1904;
    if (!from1904) {
      if (days < 1 || days == LEAP_DAY) {
        return Optional.empty();
      }
      first = days < LEAP_DAY ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY;
    }
    LocalDate date = first.plusDays(days);
    return date.isAfter(LAST)
        ? Optional.empty()
        : Optional.of(date.atTime(LocalTime.ofNanoOfDay(micros * 1_000)));
  }

  /** The time of a number below one; empty if it is another. */
  static Optional<LocalTime> time(double serial) {
    if (!(serial >= 0 && serial < 1)) {
      return Optional.empty();
    }
    long micros = micros(serial, 0);
    return micros == MICROS ? Optional.empty() : Optional.of(LocalTime.ofNanoOfDay(micros * 1_000));
  }

  /** The number of a moment; empty if it would come back as another. */
  static OptionalDouble number(LocalDateTime moment) {
    long days = ChronoUnit.DAYS.between(AFTER_LEAP_DAY, moment.toLocalDate());
    if (days <= LEAP_DAY || moment.toLocalDate().isAfter(LAST)) {
      return OptionalDouble.empty();
    }
    double serial = days + part(moment.toLocalTime());
    return moment(serial, false).filter(moment::equals).isPresent()
        ? OptionalDouble.of(serial)
        : OptionalDouble.empty();
  }

  /** The number of a time; empty if it would come back as another. */
  static OptionalDouble number(LocalTime time) {
    double serial = part(time);
    return time(serial).filter(time::equals).isPresent()
        ? OptionalDouble.of(serial)
        : OptionalDouble.empty();
  }

  private static double part(LocalTime time) {
    return time.toNanoOfDay() / (1_000.0 * MICROS);
  }

  /** Microseconds of the day; whole milliseconds where the number is as near to them as it can. */
  private static long micros(double serial, long days) {
    double exact = (serial - days) * MICROS;
    long millis = Math.round(exact / 1_000) * 1_000;
    double near = Math.max(LOST, Math.ulp(serial) * MICROS);
    return Math.abs(exact - millis) <= near ? millis : Math.round(exact);
  }
}
