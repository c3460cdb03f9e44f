package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A function of Java that statements call by name. */
sealed interface JavaFunction {

  /** One value for each row. */
  record Scalar(List<DataType> arguments, DataType result, RowFunction function)
      implements JavaFunction {

    public Scalar {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * One value for several rows.
   *
   * @param overWindow whether rows may leave a group
   * @param accumulators makes one for each group
   */
  record Grouped(
      List<DataType> arguments,
      DataType result,
      boolean overWindow,
      Supplier<Accumulator> accumulators)
      implements JavaFunction {

    public Grouped {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Of the values in a window the one nearest to its row that is not NULL.
   *
   * @param first whether that is the first one in the window, or the last
   */
  record Nearest(boolean first) implements JavaFunction {}

  /** Computes a value from the values of a row. */
  @FunctionalInterface
  interface RowFunction {
    @Nullable Object apply(@Nullable Object... arguments);
  }

  /** Collects the rows of a group. */
  interface Accumulator {

    void add(@Nullable Object... arguments);

    @Nullable Object result();
  }
}
