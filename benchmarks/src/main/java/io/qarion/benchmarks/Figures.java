package io.qarion.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of one kind, in milliseconds. */
final class Figures {

  private final List<Double> millis = new ArrayList<>();

  synchronized void add(long nanos) {
    millis.add(nanos / 1e6);
  }

  /** As a line of a report. */
  synchronized String line(String name) {
    List<Double> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "  %-44s median %7.1f ms, p95 %7.1f ms, worst %7.1f ms (%d)",
        name,
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
        sorted.getLast(),
        sorted.size());
  }
}
