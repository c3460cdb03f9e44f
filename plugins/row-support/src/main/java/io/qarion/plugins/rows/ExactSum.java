package io.qarion.plugins.rows;

import io.qarion.core.dataset.DecimalType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code sum} of decimals. */
final class ExactSum implements Aggregate {

  private final DecimalType type;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean any;

  ExactSum(DecimalType type) {
    this.type = type;
  }

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments[0] != null) {
      any = true;
      sum = sum.add(Arithmetic.exact(arguments[0]));
    }
  }

  @Override
  public @Nullable Object result() {
    return any ? Arithmetic.fitting(sum, type) : null;
  }
}
