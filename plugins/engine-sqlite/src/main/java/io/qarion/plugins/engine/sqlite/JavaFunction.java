package io.qarion.plugins.engine.sqlite;

/** A function of Java that statements call by name. */
sealed interface JavaFunction {

  List<DataType> arguments();

  DataType result();

  /** One value for each row. */
  record Scalar(List<DataType> arguments, DataType result, RowFunction function)
      implements JavaFunction {

    Scalar {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * One value for several rows.
   *
   * @param accumulators makes one for each group
   */
  record Grouped(List<DataType> arguments, DataType result, Supplier<Accumulator> accumulators)
      implements JavaFunction {

    Grouped {
      arguments = List.copyOf(arguments);
    }
  }

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
