package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of numbers of any type. */
final class NumberFunctions {

  private NumberFunctions() {}

  static Map<String, FunctionMaker> all() {
    Map<String, FunctionMaker> all = new HashMap<>();
    all.put("abs", FunctionMaker.of(values -> absolute(values.value(0))));
    all.put("negate", FunctionMaker.of(values -> negated(values.value(0))));
    all.put("sign", FunctionMaker.of(values -> sign(values.value(0))));
    all.put("ceil", whole(Math::ceil, RoundingMode.CEILING));
    all.put("floor", whole(Math::floor, RoundingMode.FLOOR));
    all.put(
        "trunc",
        whole(number -> number < 0 ? Math.ceil(number) : Math.floor(number), RoundingMode.DOWN));
    all.put("round", NumberFunctions::round);
    all.put(
        "mod", (arguments, result) -> Arithmetic.of(BinaryOperator.REMAINDER, arguments, result));
    all.put("div", FunctionMaker.of(NumberFunctions::quotient));
    all.put("divide", NumberFunctions::exactQuotient);
    all.put("bitand", FunctionMaker.of(values -> values.integer(0) & values.integer(1)));
    all.put("bitor", FunctionMaker.of(values -> values.integer(0) | values.integer(1)));
    all.put("bitxor", FunctionMaker.of(values -> values.integer(0) ^ values.integer(1)));
    all.put("bitnot", FunctionMaker.of(values -> ~values.integer(0)));
    return all;
  }

  /** Half away from zero. */
  static double halfAway(double number) {
    double size = Math.abs(number);
    double floor = Math.floor(size);
    return Math.copySign(size - floor >= 0.5 ? floor + 1 : floor, number);
  }

  /** A power of ten as the float that is nearest to it. */
  static double power(long digits) {
    return Double.parseDouble("1e" + digits);
  }

  private static Object absolute(Object number) {
    return switch (number) {
      case Long whole when whole == Long.MIN_VALUE -> throw Refusal.overflow(PlainType.INTEGER);
      case Long whole -> Math.abs(whole);
      case BigDecimal decimal -> decimal.abs();
      default -> Math.abs(((Number) number).doubleValue());
    };
  }

  private static Object negated(Object number) {
    return switch (number) {
      case Long whole when whole == Long.MIN_VALUE -> throw Refusal.overflow(PlainType.INTEGER);
      case Long whole -> -whole;
      case BigDecimal decimal -> decimal.negate();
      default -> -((Number) number).doubleValue();
    };
  }

  private static Object sign(Object number) {
    return switch (number) {
      case Long whole -> (long) Long.signum(whole);
      case BigDecimal decimal -> (long) decimal.signum();
      default -> {
        double real = ((Number) number).doubleValue();
        yield real > 0 ? 1L : real < 0 ? -1L : 0L;
      }
    };
  }

  private static FunctionMaker whole(DoubleUnaryOperator floats, RoundingMode mode) {
    return (_, result) ->
        FunctionMaker.strict(values ->
            switch (values.value(0)) {
              case Double number -> floats.applyAsDouble(number);
              case BigDecimal number ->
                  Arithmetic.fitting(number.setScale(0, mode), (DecimalType) result);
              default -> values.value(0);
            });
  }

  private static ScalarFunction round(List<DataType> arguments, DataType result) {
    if (arguments.size() == 1) {
      return whole(NumberFunctions::halfAway, RoundingMode.HALF_UP).make(arguments, result);
    }
    return FunctionMaker.strict(values -> {
      long digits = values.integer(1);
      return switch (values.value(0)) {
        case Double number -> halfAway(number * power(digits)) / power(digits);
        case BigDecimal number ->
            Arithmetic.fitting(
                number.setScale((int) Math.min(digits, number.scale()), RoundingMode.HALF_UP),
                (DecimalType) result);
        default -> digits >= 0 ? values.value(0) : roundedWhole(values.integer(0), digits);
      };
    });
  }

  private static Object roundedWhole(long number, long digits) {
    try {
      return BigDecimal.valueOf(number)
          .setScale((int) Math.max(digits, -20), RoundingMode.HALF_UP)
          .longValueExact();
    } catch (ArithmeticException _) {
      throw Refusal.overflow(PlainType.INTEGER);
    }
  }

  private static @Nullable Object quotient(Arguments values) {
    long number = values.integer(0);
    long divisor = values.integer(1);
    if (number == Long.MIN_VALUE && divisor == -1) {
      throw Refusal.overflow(PlainType.INTEGER);
    }
    return divisor == 0 ? null : (Object) (number / divisor);
  }

  private static ScalarFunction exactQuotient(List<DataType> arguments, DataType result) {
    var type = (DecimalType) result;
    return FunctionMaker.strict(values -> {
      BigDecimal divisor = Arithmetic.exact(values.value(1));
      return divisor.signum() == 0
          ? null
          : Arithmetic.fitting(
              Arithmetic.exact(values.value(0)).divide(divisor, type.scale(), RoundingMode.HALF_UP),
              type);
    });
  }
}
