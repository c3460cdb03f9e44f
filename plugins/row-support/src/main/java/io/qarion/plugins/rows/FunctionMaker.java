package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a function for arguments of certain types. */
@FunctionalInterface
interface FunctionMaker {

  ScalarFunction make(List<DataType> arguments, DataType result);

  /** A function that is the same for all types, and NULL where an argument is. */
  static FunctionMaker of(Values function) {
    return (_, _) -> strict(function);
  }

  /** NULL where an argument is NULL. */
  static ScalarFunction strict(Values function) {
    return arguments -> {
      for (Object argument : arguments) {
        if (argument == null) {
          return null;
        }
      }
      return function.apply(new Arguments(arguments));
    };
  }

  /** Computes a value of values that are all there. */
  @FunctionalInterface
  interface Values {
    @Nullable Object apply(Arguments arguments);
  }
}
