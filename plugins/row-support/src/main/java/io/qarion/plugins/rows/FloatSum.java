package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** {@code sum} and {@code avg} of floats; what rounding takes away is kept and added (Neumaier). */
final class FloatSum implements Aggregate {

  private final boolean isMean;
  private double sum;
  private double lost;
  private long number;

  FloatSum(boolean isMean) {
    this.isMean = isMean;
  }

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments[0] instanceof Number value) {
      double next = value.doubleValue();
      double total = sum + next;
      lost += Math.abs(sum) >= Math.abs(next) ? sum - total + next : next - total + sum;
      sum = total;
      number++;
    }
  }

  @Override
  public @Nullable Object result() {
    if (number == 0) {
      return null;
    }
    double total = Double.isFinite(sum) ? sum + lost : sum;
    return isMean ? total / number : total;
  }
}
