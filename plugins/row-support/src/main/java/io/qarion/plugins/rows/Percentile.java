package io.qarion.plugins.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code percentile}, and {@code median} as that of one half. */
final class Percentile implements Aggregate {

  private static final double HALF = 0.5;

  private final List<Double> values = new ArrayList<>();
  private double fraction = HALF;

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments.length > 1 && arguments[1] instanceof Number share) {
      fraction = share.doubleValue();
    }
    if (arguments[0] instanceof Number value) {
      values.add(value.doubleValue());
    }
  }

  @Override
  public @Nullable Object result() {
    if (values.isEmpty()) {
      return null;
    }
    List<Double> sorted = values.stream().sorted(ValueOrder::compare).toList();
    double place = fraction * (sorted.size() - 1);
    int before = (int) Math.floor(place);
    int after = (int) Math.ceil(place);
    double low = sorted.get(before);
    double high = sorted.get(after);
    return before == after || low == high ? low : low + (high - low) * (place - before);
  }
}
