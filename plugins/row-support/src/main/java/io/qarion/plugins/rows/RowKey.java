package io.qarion.plugins.rows;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values as a key: equal where all are equal in {@link ValueOrder}, NULL to NULL. */
final class RowKey {

  private final @Nullable Object[] values;
  private final int hash;

  /**
   * @param values are not changed afterwards
   */
  RowKey(@Nullable Object[] values) {
    this.values = values;
    int combined = 1;
    for (Object value : values) {
      combined = 31 * combined + hash(value);
    }
    this.hash = combined;
  }

  private static int hash(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Double number -> Double.hashCode(number == 0 ? 0.0 : number);
      case BigDecimal number -> number.stripTrailingZeros().hashCode();
      case byte[] bytes -> Arrays.hashCode(bytes);
      default -> value.hashCode();
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof RowKey key) || key.hash != hash || key.values.length != values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (!Comparisons.areSame(values[i], key.values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
