package io.qarion.app.cli;

import java.time.Duration;

/** Writes times and sizes for people. */
final class Amounts {

  private Amounts() {}

  /** {@code 48 ms}, {@code 3.2 s} or {@code 2 min 5 s}. */
  static String time(Duration time) {
    long millis = time.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    return millis < 60_000
        ? "%.1f s".formatted(millis / 1000.0)
        : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /** {@code 512 bytes}, {@code 4.0 KB} or {@code 1.2 GB}. */
  static String bytes(long bytes) {
    if (bytes < 1_024) {
      return bytes + " bytes";
    }
    double amount = bytes;
    int unit = -1;
    while (amount >= 1_024 && unit < 3) {
      amount /= 1_024;
      unit++;
    }
    return "%.1f %s".formatted(amount, new String[] {"KB", "MB", "GB", "TB"}[unit]);
  }
}
