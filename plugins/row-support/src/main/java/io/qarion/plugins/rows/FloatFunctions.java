package io.qarion.plugins.rows;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of floats. */
final class FloatFunctions {

  private static final double LN_2 = Math.log(2);

  private FloatFunctions() {}

  static Map<String, FunctionMaker> all() {
    Map<String, FunctionMaker> all = new HashMap<>();
    put(all, "cbrt", _ -> true, Math::cbrt);
    put(all, "exp", _ -> true, Math::exp);
    put(all, "sqrt", number -> !(number < 0), Math::sqrt);
    put(all, "ln", number -> !(number <= 0), Math::log);
    put(all, "log10", number -> !(number <= 0), Math::log10);
    put(all, "log2", number -> !(number <= 0), FloatFunctions::binaryLogarithm);
    put(all, "sin", _ -> true, Math::sin);
    put(all, "cos", _ -> true, Math::cos);
    put(all, "tan", _ -> true, Math::tan);
    put(all, "asin", number -> Math.abs(number) <= 1, Math::asin);
    put(all, "acos", number -> Math.abs(number) <= 1, Math::acos);
    put(all, "atan", _ -> true, Math::atan);
    put(all, "sinh", _ -> true, Math::sinh);
    put(all, "cosh", _ -> true, Math::cosh);
    put(all, "tanh", _ -> true, Math::tanh);
    put(all, "degrees", _ -> true, number -> number * 180 / Math.PI);
    put(all, "radians", _ -> true, number -> number * Math.PI / 180);
    all.put("power", FunctionMaker.of(values -> power(values.real(0), values.real(1))));
    all.put("atan2", FunctionMaker.of(values -> Math.atan2(values.real(0), values.real(1))));
    all.put("pi", FunctionMaker.of(_ -> Math.PI));
    all.put("is_nan", FunctionMaker.of(values -> Double.isNaN(values.real(0))));
    all.put("is_finite", FunctionMaker.of(values -> Double.isFinite(values.real(0))));
    return all;
  }

  private static void put(
      Map<String, FunctionMaker> all,
      String name,
      DoublePredicate hasResult,
      DoubleUnaryOperator function) {
    all.put(
        name,
        FunctionMaker.of(values ->
            hasResult.test(values.real(0))
                ? (Object) function.applyAsDouble(values.real(0))
                : null));
  }

  /** Exact for powers of two, which a quotient of logarithms is not. */
  private static double binaryLogarithm(double number) {
    int exponent = Math.getExponent(number);
    boolean isPower = Double.isFinite(number) && number == Math.scalb(1.0, exponent);
    return isPower ? exponent : Math.log(number) / LN_2;
  }

  private static @Nullable Object power(double base, double exponent) {
    double power = Math.pow(base, exponent);
    return Double.isNaN(power) ? null : (Object) power;
  }
}
