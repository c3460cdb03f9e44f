package io.qarion.app.designer.i18n;

import java.text.NumberFormat;
import java.time.Duration;

/** Numbers, times and sizes as people read them. */
public final class Quantities {

  private static final long MILLIS = 1000;
  private static final long MINUTE = 60 * MILLIS;
  private static final long SECONDS_A_MINUTE = 60;
  private static final double STEP = 1024;
  private static final String[] UNITS = {"size.bytes", "size.kib", "size.mib", "size.gib"};

  private final Messages messages;

  public Quantities(Messages messages) {
    this.messages = messages;
  }

  /** A whole number with groups; empty if it is negative, which means unknown. */
  public String count(long number) {
    return number < 0 ? "" : NumberFormat.getIntegerInstance(messages.locale()).format(number);
  }

  /** {@code 750 ms}, {@code 1.2 s} or {@code 3 min 20 s}. */
  public String time(Duration time) {
    long millis = time.toMillis();
    if (millis < MILLIS) {
      return messages.get("time.millis", millis);
    }
    return millis < MINUTE
        ? messages.get("time.seconds", millis / (double) MILLIS)
        : messages.get("time.minutes", millis / MINUTE, millis % MINUTE / MILLIS);
  }

  /** {@code about 40 s left} or {@code about 3 min left}; empty for less than two seconds. */
  public String left(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 2) {
      return "";
    }
    return seconds < SECONDS_A_MINUTE
        ? messages.get("time.left.seconds", seconds)
        : messages.get("time.left.minutes", Math.ceilDiv(seconds, SECONDS_A_MINUTE));
  }

  /** {@code 12.5 MiB}; empty if it is negative, which means unknown. */
  public String bytes(long bytes) {
    if (bytes < 0) {
      return "";
    }
    double size = bytes;
    int unit = 0;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return messages.get(UNITS[unit], size);
  }

  /** Rows a second; empty where there is nothing to divide. */
  public String rate(long rows, Duration time) {
    return rows <= 0 || time.toMillis() == 0 ? "" : count(rows * MILLIS / time.toMillis());
  }

  /** {@code +12} or {@code −3}; empty for no change. */
  public String change(long difference) {
    if (difference == 0) {
      return "";
    }
    return (difference > 0 ? "+" : "−") + count(Math.abs(difference));
  }
}
