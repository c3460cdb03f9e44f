package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.problem.QarionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The scalar functions, operators and conversions of the expression language. */
public final class ScalarFunctions {

  private static final Map<String, FunctionMaker> ALL = all();

  private ScalarFunctions() {}

  private static Map<String, FunctionMaker> all() {
    Map<String, FunctionMaker> all = new HashMap<>();
    all.putAll(TextFunctions.all());
    all.putAll(PatternFunctions.all());
    all.putAll(NumberFunctions.all());
    all.putAll(FloatFunctions.all());
    all.putAll(ConditionFunctions.all());
    all.putAll(DateFunctions.all());
    all.putAll(DateFormats.all());
    all.putAll(JsonFunctions.all());
    return Map.copyOf(all);
  }

  /**
   * A function of the catalog, {@code like} and {@code ilike}, or {@code negate}.
   *
   * @param arguments types of the values that it will be given
   */
  public static ScalarFunction find(String name, List<DataType> arguments, DataType result) {
    FunctionMaker maker = ALL.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    return maker.make(arguments, result);
  }

  /** + - * / % of numbers. */
  public static ScalarFunction operator(
      BinaryOperator operator, List<DataType> operands, DataType result) {
    return Arithmetic.of(operator, operands, result);
  }

  /** A conversion; {@code orNull} gives NULL where it fails. */
  public static ScalarFunction cast(DataType from, DataType to, boolean orNull) {
    UnaryOperator<Object> conversion = Casts.of(from, to);
    ScalarFunction cast = arguments -> arguments[0] == null ? null : conversion.apply(arguments[0]);
    if (!orNull) {
      return cast;
    }
    return arguments -> {
      try {
        return cast.apply(arguments);
      } catch (QarionException _) {
        return null; // that is what was asked for
      }
    };
  }
}
