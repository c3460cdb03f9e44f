package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/** The cells of one row, wherever they are kept, in the classes of {@link ScalarFunction}. */
@FunctionalInterface
public interface RowView {

  /**
   * A cell; null stands for NULL.
   *
   * @param place from 0
   */
  @Nullable Object value(int place);

  /** Whether a cell is NULL, which may be known without its value. */
  default boolean isNull(int place) {
    return value(place) == null;
  }
}
