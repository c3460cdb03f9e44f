package io.qarion.app.designer.explorer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times of runs in few letters: the hour for today, else the day. */
final class RunTimes {

  private final InstantSource clock;
  private final ZoneId zone;
  private final DateTimeFormatter hour;
  private final DateTimeFormatter day;
  private final DateTimeFormatter whole;

  RunTimes(InstantSource clock, ZoneId zone, Locale locale) {
    this.clock = clock;
    this.zone = zone;
    hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).withZone(zone);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).withZone(zone);
    whole =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(locale).withZone(zone);
  }

  String brief(Instant time) {
    boolean today =
        LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(clock.instant(), zone));
    return (today ? hour : day).format(time);
  }

  String whole(Instant time) {
    return whole.format(time);
  }
}
