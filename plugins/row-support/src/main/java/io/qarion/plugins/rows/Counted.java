package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** {@code count}: of rows, or of values that are not NULL. */
final class Counted implements Aggregate {

  private final boolean ofRows;
  private long number;

  Counted(boolean ofRows) {
    this.ofRows = ofRows;
  }

  @Override
  public void add(@Nullable Object... arguments) {
    number += ofRows || arguments[0] != null ? 1 : 0;
  }

  @Override
  public Object result() {
    return number;
  }
}
