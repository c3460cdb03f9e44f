package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** Computes a value from the cells of a row, as {@link ScalarFunction} has them. */
@FunctionalInterface
public interface Evaluation {

  @Nullable Object of(RowView row);

  /** Whether it is true; NULL is not. */
  default boolean isTrue(RowView row) {
    return Boolean.TRUE.equals(of(row));
  }
}
