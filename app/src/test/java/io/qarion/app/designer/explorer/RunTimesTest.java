package io.qarion.app.designer.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunTimesTest {

  private final RunTimes times =
      new RunTimes(
          InstantSource.fixed(Instant.parse("2026-03-04T22:30:00Z")),
          ZoneId.of("Europe/Berlin"),
          Locale.GERMANY);

  @Test
  void todayIsTheHourAndAnyOtherDayTheDate() {
    assertThat(times.brief(Instant.parse("2026-03-04T07:05:00Z"))).isEqualTo("08:05");
    assertThat(times.brief(Instant.parse("2026-03-04T23:30:00Z"))).isEqualTo("05.03.26");
    assertThat(times.brief(Instant.parse("2026-03-03T22:59:00Z"))).isEqualTo("03.03.26");
    assertThat(times.whole(Instant.parse("2026-03-03T22:59:00Z")))
        .isEqualTo("03.03.2026, 23:59:00");
  }
}
