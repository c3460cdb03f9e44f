package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** Covariance and correlation over rows where neither value is NULL. */
final class Covariance implements Aggregate {

  private final Kind kind;
  private long number;
  private double meanOfA;
  private double meanOfB;
  private double squaresOfA;
  private double squaresOfB;
  private double products;

  Covariance(Kind kind) {
    this.kind = kind;
  }

  /** What is made of the sums. */
  enum Kind {
    SAMPLE,
    POPULATION,
    CORRELATION
  }

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments[0] instanceof Number first && arguments[1] instanceof Number second) {
      double a = first.doubleValue();
      double b = second.doubleValue();
      number++;
      double deltaOfA = a - meanOfA;
      double deltaOfB = b - meanOfB;
      meanOfA += deltaOfA / number;
      meanOfB += deltaOfB / number;
      squaresOfA += deltaOfA * (a - meanOfA);
      squaresOfB += deltaOfB * (b - meanOfB);
      products += deltaOfA * (b - meanOfB);
    }
  }

  @Override
  public @Nullable Object result() {
    return switch (kind) {
      case SAMPLE -> number < 2 ? null : (Object) (products / (number - 1));
      case POPULATION -> number < 1 ? null : (Object) (products / number);
      case CORRELATION -> {
        double correlation = products / Math.sqrt(squaresOfA * squaresOfB);
        yield number < 1 || Double.isNaN(correlation) ? null : (Object) correlation;
      }
    };
  }
}
