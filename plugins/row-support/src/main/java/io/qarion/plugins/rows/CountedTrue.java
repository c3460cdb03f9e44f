package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** {@code count_if}. */
final class CountedTrue implements Aggregate {

  private long number;

  @Override
  public void add(@Nullable Object... arguments) {
    number += Boolean.TRUE.equals(arguments[0]) ? 1 : 0;
  }

  @Override
  public Object result() {
    return number;
  }
}
