package io.qarion.plugins.rows;

import org.jspecify.annotations.Nullable;

/**
 * Computes one value from the values of a row. A boolean is a {@code Boolean}, an integer a {@code
 * Long}, a decimal a {@code BigDecimal} of its type's scale, a float a {@code Double}, text and
 * JSON a {@code String}, dates and times the classes of {@code java.time}, binary a {@code byte[]}.
 */
@FunctionalInterface
public interface ScalarFunction {

  /** The value; null stands for NULL in it and in the arguments. */
  @Nullable Object apply(@Nullable Object... arguments);
}
