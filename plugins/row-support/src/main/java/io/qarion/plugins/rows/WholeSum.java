package io.qarion.plugins.rows;

import io.qarion.core.dataset.PlainType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code sum} of integers, which may pass beyond them on its way. */
final class WholeSum implements Aggregate {

  private BigInteger beyond = BigInteger.ZERO;
  private long sum;
  private boolean any;

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments[0] instanceof Long number) {
      any = true;
      long next = sum + number;
      boolean overflows = ((sum ^ next) & (number ^ next)) < 0;
      if (overflows) {
        beyond = beyond.add(BigInteger.valueOf(sum)).add(BigInteger.valueOf(number));
        next = 0;
      }
      sum = next;
    }
  }

  @Override
  public @Nullable Object result() {
    if (!any) {
      return null;
    }
    if (beyond.signum() == 0) {
      return sum;
    }
    BigInteger all = beyond.add(BigInteger.valueOf(sum));
    if (all.bitLength() >= Long.SIZE) {
      throw Refusal.overflow(PlainType.INTEGER);
    }
    return all.longValue();
  }
}
