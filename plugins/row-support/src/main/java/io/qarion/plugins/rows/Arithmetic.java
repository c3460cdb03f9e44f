package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four operations and the remainder, with our types. */
final class Arithmetic {

  private Arithmetic() {}

  static ScalarFunction of(BinaryOperator operator, List<DataType> operands, DataType result) {
    if (result == PlainType.FLOAT) {
      return FunctionMaker.strict(values -> floating(operator, values.real(0), values.real(1)));
    }
    if (result == PlainType.INTEGER) {
      return FunctionMaker.strict(
          values -> integer(operator, values.integer(0), values.integer(1)));
    }
    var type = (DecimalType) result;
    return FunctionMaker.strict(
        values -> decimal(operator, exact(values.value(0)), exact(values.value(1)), type));
  }

  static BigDecimal exact(Object number) {
    return number instanceof BigDecimal decimal
        ? decimal
        : BigDecimal.valueOf(((Number) number).longValue());
  }

  private static @Nullable Object floating(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : (Object) (a / b);
      case REMAINDER -> b == 0 ? null : (Object) (a % b);
      case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, CONCAT ->
          throw new IllegalArgumentException("no operation on numbers: " + operator);
    };
  }

  private static @Nullable Object integer(BinaryOperator operator, long a, long b) {
    try {
      return switch (operator) {
        case ADD -> Math.addExact(a, b);
        case SUBTRACT -> Math.subtractExact(a, b);
        case MULTIPLY -> Math.multiplyExact(a, b);
        case REMAINDER -> b == 0 ? null : (Object) (a % b);
        case DIVIDE,
            OR,
            AND,
            EQUAL,
            NOT_EQUAL,
            LESS,
            LESS_OR_EQUAL,
            GREATER,
            GREATER_OR_EQUAL,
            CONCAT ->
            throw new IllegalArgumentException("no operation on integers: " + operator);
      };
    } catch (ArithmeticException _) {
      throw Refusal.overflow(PlainType.INTEGER);
    }
  }

  private static @Nullable Object decimal(
      BinaryOperator operator, BigDecimal a, BigDecimal b, DecimalType type) {
    return switch (operator) {
      case ADD -> fitting(a.add(b), type);
      case SUBTRACT -> fitting(a.subtract(b), type);
      case MULTIPLY -> fitting(a.multiply(b), type);
      case REMAINDER -> b.signum() == 0 ? null : fitting(a.remainder(b), type);
      case DIVIDE,
          OR,
          AND,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          CONCAT ->
          throw new IllegalArgumentException("no operation on decimals: " + operator);
    };
  }

  /** A number with the scale of a type, half away from zero, if it has room for its digits. */
  static BigDecimal fitting(BigDecimal number, DecimalType type) {
    BigDecimal scaled = number.setScale(type.scale(), RoundingMode.HALF_UP);
    if (scaled.precision() > type.precision() && scaled.signum() != 0) {
      throw Refusal.overflow(type);
    }
    return scaled;
  }
}
