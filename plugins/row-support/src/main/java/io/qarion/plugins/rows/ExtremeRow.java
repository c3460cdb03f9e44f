package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** {@code first} and {@code last}: the value of the row that comes first or last. */
final class ExtremeRow implements Aggregate {

  private final int direction;
  private @Nullable Object by;
  private @Nullable Object value;

  /**
   * @param direction 1 for the last row, -1 for the first
   */
  ExtremeRow(int direction) {
    this.direction = direction;
  }

  @Override
  public void add(@Nullable Object... arguments) {
    Object key = arguments[1];
    if (key == null) {
      return;
    }
    int place = by == null ? 1 : ValueOrder.compare(key, by) * direction;
    if (place > 0 || (place == 0 && isSmaller(arguments[0], value))) {
      by = key;
      value = arguments[0];
    }
  }

  /** Among equals the smallest value counts, NULL last. */
  private static boolean isSmaller(@Nullable Object candidate, @Nullable Object current) {
    return candidate != null && (current == null || ValueOrder.compare(candidate, current) < 0);
  }

  @Override
  public @Nullable Object result() {
    return value;
  }
}
