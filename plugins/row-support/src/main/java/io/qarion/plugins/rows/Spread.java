package io.qarion.plugins.rows;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Variance and standard deviation, row by row (Welford). */
final class Spread implements Aggregate {

  private final boolean ofSample;
  private final DoubleUnaryOperator shown;
  private long number;
  private double mean;
  private double squares;

  Spread(boolean ofSample, DoubleUnaryOperator shown) {
    this.ofSample = ofSample;
    this.shown = shown;
  }

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments[0] instanceof Number next) {
      double value = next.doubleValue();
      number++;
      double delta = value - mean;
      mean += delta / number;
      squares += delta * (value - mean);
    }
  }

  @Override
  public @Nullable Object result() {
    long divisor = ofSample ? number - 1 : number;
    return divisor < 1 ? null : (Object) shown.applyAsDouble(squares / divisor);
  }
}
