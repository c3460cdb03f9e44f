package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** {@code min} and {@code max}, and their like. */
final class Extreme implements Aggregate {

  private final int direction;
  private @Nullable Object found;

  /**
   * @param direction 1 for the largest, -1 for the smallest
   */
  Extreme(int direction) {
    this.direction = direction;
  }

  @Override
  public void add(@Nullable Object... arguments) {
    Object value = arguments[0];
    boolean isFurther =
        value != null && (found == null || ValueOrder.compare(value, found) * direction > 0);
    found = isFurther ? value : found;
  }

  @Override
  public @Nullable Object result() {
    return found;
  }
}
