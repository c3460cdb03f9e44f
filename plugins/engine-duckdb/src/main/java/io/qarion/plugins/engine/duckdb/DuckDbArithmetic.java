package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.sql.Operand;

/** The four operations and the remainder, with our types. */
final class DuckDbArithmetic {

  /** Decimals of up to this many digits are 64 bits wide, and DuckDB keeps them so. */
  private static final int NARROW = 18;

  private static final DecimalType INTEGER_DIGITS = new DecimalType(19, 0);

  private DuckDbArithmetic() {}

  static String of(BinaryOperator operator, Operand left, Operand right, DataType result) {
    return switch (operator) {
      case DIVIDE -> floating(left).closed() + " / " + divisor(floating(right));
      case REMAINDER -> remainder(left, right, result);
      case ADD, SUBTRACT, MULTIPLY ->
          result instanceof DecimalType type
              ? decimal(operator, left, right, type)
              : joined(operator, left, right);
      case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, CONCAT ->
          throw new IllegalArgumentException("no operation on numbers: " + operator);
    };
  }

  private static String joined(BinaryOperator operator, Operand left, Operand right) {
    return left.closed() + " " + operator.symbol() + " " + right.closed();
  }

  private static String remainder(Operand left, Operand right, DataType result) {
    if (result instanceof DecimalType type) {
      String remainder = as(left, type).closed() + " % " + divisor(as(right, type));
      return remainder;
    }
    return left.closed() + " % " + divisor(right);
  }

  /** A divisor that is NULL instead of 0. */
  private static String divisor(Operand divisor) {
    boolean isKnown =
        divisor
            .constant()
            .filter(value -> value instanceof Number number && number.doubleValue() != 0)
            .isPresent();
    return isKnown ? divisor.closed() : "nullif(" + divisor.sql() + ", 0)";
  }

  private static Operand floating(Operand operand) {
    if (operand.type() == PlainType.FLOAT) {
      return operand;
    }
    boolean isWritten = operand.constant().filter(Number.class::isInstance).isPresent();
    String sql =
        isWritten
            ? DuckDbLiterals.typed(operand.constant().orElseThrow(), PlainType.FLOAT)
            : cast(operand.sql(), PlainType.FLOAT);
    return new Operand(sql, PlainType.FLOAT, operand.constant());
  }

  private static String decimal(
      BinaryOperator operator, Operand left, Operand right, DecimalType result) {
    Operand a = left.type() instanceof DecimalType ? left : as(left, INTEGER_DIGITS);
    Operand b = right.type() instanceof DecimalType ? right : as(right, INTEGER_DIGITS);
    DecimalType first = (DecimalType) a.type();
    DecimalType second = (DecimalType) b.type();
    if (natural(operator, first, second).equals(result)) {
      return joined(operator, a, b);
    }
    if (operator == BinaryOperator.MULTIPLY) {
      Operand wide = as(a, new DecimalType(Math.max(NARROW + 1, first.precision()), first.scale()));
      return cast(joined(operator, wide, b), result);
    }
    return cast(joined(operator, as(a, result), as(b, result)), result);
  }

  /** What DuckDB gives: it widens, but never from 64 bits to 128, nor over 38 digits. */
  private static DecimalType natural(BinaryOperator operator, DecimalType a, DecimalType b) {
    boolean product = operator == BinaryOperator.MULTIPLY;
    int scale = product ? a.scale() + b.scale() : Math.max(a.scale(), b.scale());
    int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    int digits = product ? a.precision() + b.precision() : whole + scale + 1;
    boolean narrow = Math.max(a.precision(), b.precision()) <= NARROW;
    int precision = Math.min(digits, narrow && scale < NARROW ? NARROW : DecimalType.MAX_PRECISION);
    return new DecimalType(Math.max(precision, scale), scale);
  }

  private static Operand as(Operand operand, DecimalType type) {
    return operand.type().equals(type)
        ? operand
        : new Operand(cast(operand.sql(), type), type, operand.constant());
  }

  private static String cast(String sql, DataType type) {
    return "CAST(" + sql + " AS " + DuckDbTypes.of(type) + ")";
  }
}
