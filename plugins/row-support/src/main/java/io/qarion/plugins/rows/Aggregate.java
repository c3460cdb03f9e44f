package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** Collects the rows of one group; values are those of {@link ScalarFunction}. */
public interface Aggregate {

  /** Takes the arguments of one row; who calls sees to DISTINCT and FILTER. */
  void add(@Nullable Object... arguments);

  /** The value over all rows so far; more may follow. */
  @Nullable Object result();
}
