package io.qarion.plugins.rows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some values of a row as a key: equal where all are equal in {@link ValueOrder}, NULL to NULL. */
public final class RowKey {

  private final @Nullable Object[] values;
  private final int hash;

  private RowKey(@Nullable Object[] values) {
    this.values = values;
    int combined = 1;
    for (Object value : values) {
      combined = 31 * combined + hash(value);
    }
    this.hash = combined;
  }

  public static RowKey of(@Nullable Object[] row, int... places) {
    var values = new @Nullable Object[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = row[places[i]];
    }
    return new RowKey(values);
  }

  public static RowKey of(@Nullable Object[] row, List<Evaluation> parts) {
    var values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).of(row);
    }
    return new RowKey(values);
  }

  /** Whether a value is NULL, which is equal to nothing in a join. */
  public boolean hasNull() {
    for (Object value : values) {
      if (value == null) {
        return true;
      }
    }
    return false;
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
