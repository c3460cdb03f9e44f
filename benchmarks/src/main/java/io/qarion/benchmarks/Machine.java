package io.qarion.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What else goes on while a benchmark runs. */
final class Machine {

  private Machine() {}

  /** Load average of the last minute; without it no number here can be judged. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "load unknown" : String.format(Locale.ROOT, "load %.1f", load);
  }
}
