package io.qarion.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * One run of a child process.
 *
 * @param seconds of wall time, the start of the Java machine included
 * @param processorSeconds of all threads, which a busy machine distorts much less
 * @param peakMiB resident memory at its highest; empty where the system does not say
 */
record Timing(double seconds, double processorSeconds, OptionalLong peakMiB) {

  static double best(List<Timing> runs) {
    return runs.stream().mapToDouble(Timing::seconds).min().orElseThrow();
  }

  static double median(List<Timing> runs) {
    double[] sorted = runs.stream().mapToDouble(Timing::seconds).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  static double leastProcessor(List<Timing> runs) {
    return runs.stream().mapToDouble(Timing::processorSeconds).min().orElseThrow();
  }

  /** One run as words. */
  String text() {
    return String.format(Locale.ROOT, "%.2f s (processor %.2f)", seconds, processorSeconds);
  }

  /** The highest peak of several runs. */
  static String peak(List<Timing> runs) {
    OptionalLong peak =
        runs.stream().map(Timing::peakMiB).flatMapToLong(OptionalLong::stream).max();
    return peak.isPresent() ? peak.getAsLong() + " MiB" : "unknown";
  }

  /** As a line of a report. */
  static String summary(String name, List<Timing> runs) {
    return String.format(
        Locale.ROOT,
        "%-18s best %.2f s, median %.2f s, processor %.2f s, peak %s",
        name,
        best(runs),
        median(runs),
        leastProcessor(runs),
        peak(runs));
  }
}
