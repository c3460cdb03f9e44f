package io.qarion.core.expression;

import static io.qarion.core.dataset.PlainType.DATE;
import static io.qarion.core.dataset.PlainType.FLOAT;
import static io.qarion.core.dataset.PlainType.INTEGER;
import static io.qarion.core.dataset.PlainType.STRING;
import static io.qarion.core.dataset.PlainType.TIMESTAMP;
import static io.qarion.core.expression.ValueType.Special.INTERVAL;
import static io.qarion.core.expression.ValueType.Special.NULL;
import static io.qarion.core.expression.ValueType.Special.UNKNOWN;

import io.qarion.core.dataset.DecimalType;
import io.qarion.core.expression.Expression.Binary;
import io.qarion.core.expression.Expression.IntervalLiteral;
import io.qarion.core.expression.Expression.Literal;
import java.util.Optional;

/** Types of + - * / %. */
final class Arithmetic {

  private static final String TYPE = "expression.type";

  private Arithmetic() {}

  static ValueType type(TypingContext context, Binary binary, ValueType left, ValueType right) {
    if (left == UNKNOWN || right == UNKNOWN) {
      return UNKNOWN;
    }
    boolean numbers =
        (TypeRules.isNumeric(left) || left == NULL)
            && (TypeRules.isNumeric(right) || right == NULL);
    return numbers ? numeric(context, binary, left, right) : temporal(context, binary, left, right);
  }

  /** For a decimal the digits it needs, an integer literal only those it has. */
  static DecimalType digits(Expression expression, ValueType type) {
    if (expression instanceof Literal literal && literal.value() instanceof Long number) {
      int digits = number == Long.MIN_VALUE ? 19 : Long.toString(Math.abs(number)).length();
      return new DecimalType(digits, 0);
    }
    return TypeRules.asDecimal(type.dataType().orElseThrow());
  }

  private static ValueType numeric(
      TypingContext context, Binary binary, ValueType left, ValueType right) {
    if (binary.operator() == BinaryOperator.DIVIDE) {
      return ValueType.of(FLOAT);
    }
    if (left == NULL || right == NULL) {
      return left == NULL ? right : left;
    }
    if (TypeRules.is(left, FLOAT) || TypeRules.is(right, FLOAT)) {
      return ValueType.of(FLOAT);
    }
    if (TypeRules.is(left, INTEGER) && TypeRules.is(right, INTEGER)) {
      return ValueType.of(INTEGER);
    }
    DecimalType a = digits(binary.left(), left);
    DecimalType b = digits(binary.right(), right);
    int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    int scale = Math.max(a.scale(), b.scale());
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> decimal(context, binary, whole + 1 + scale, scale);
      case MULTIPLY ->
          decimal(context, binary, a.precision() + b.precision(), a.scale() + b.scale());
      case REMAINDER -> decimal(context, binary, whole + scale, scale);
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
          UNKNOWN;
    };
  }

  static ValueType decimal(TypingContext context, Expression at, int precision, int scale) {
    if (precision > DecimalType.MAX_PRECISION) {
      return context.report(
          at.span(),
          "expression.precision",
          "The result could need " + precision + " digits; 38 are the limit.",
          "Cast an operand to a decimal with fewer digits, such as cast(x as decimal(18,2)).");
    }
    return ValueType.of(new DecimalType(Math.max(1, precision), scale));
  }

  private static ValueType temporal(
      TypingContext context, Binary binary, ValueType left, ValueType right) {
    boolean plus = binary.operator() == BinaryOperator.ADD;
    boolean minus = binary.operator() == BinaryOperator.SUBTRACT;
    if (minus && TypeRules.is(left, DATE) && TypeRules.is(right, DATE)) {
      return ValueType.of(INTEGER);
    }
    if ((plus || minus) && TypeRules.isMoment(left) && right == INTERVAL) {
      return moved(context, binary, left, binary.right());
    }
    if (plus && TypeRules.isMoment(right) && left == INTERVAL) {
      return moved(context, binary, right, binary.left());
    }
    if ((plus || minus) && (left == NULL || right == NULL)) {
      ValueType other = left == NULL ? right : left;
      if (TypeRules.isMoment(other) || other == INTERVAL) {
        return UNKNOWN;
      }
    }
    return context.report(
        binary.span(),
        TYPE,
        TypeRules.beginning(left)
            + " "
            + binary.operator().symbol()
            + " "
            + TypeRules.named(right)
            + " has no meaning.",
        fix(binary, left, right));
  }

  private static String fix(Binary binary, ValueType left, ValueType right) {
    if (TypeRules.isMoment(left) && TypeRules.isMoment(right)) {
      return "Write date_diff('second', from, to) for the time between two timestamps.";
    }
    if (TypeRules.isMoment(left) && TypeRules.is(right, INTEGER)) {
      return "Write " + binary.operator().symbol() + " interval '1' day, or date_add('day', n, x).";
    }
    boolean text = isText(left) || isText(right);
    if (text && binary.operator() == BinaryOperator.ADD) {
      return "Texts are joined with ||; to add, write cast(.. as integer).";
    }
    return text ? "Write cast(.. as integer), or another type of number." : "Use numbers.";
  }

  private static boolean isText(ValueType type) {
    return TypeRules.is(type, STRING);
  }

  private static ValueType moved(
      TypingContext context, Binary binary, ValueType moment, Expression interval) {
    Optional<IntervalUnit> unit =
        interval instanceof IntervalLiteral literal
            ? Optional.of(literal.unit())
            : Optional.empty();
    if (TypeRules.is(moment, DATE) && unit.isPresent() && !unit.get().isWholeDays()) {
      return context.report(
          binary.span(),
          TYPE,
          "A date cannot be moved by " + unit.get().text() + "s.",
          "Write cast(.. as " + TIMESTAMP.text() + ") first.");
    }
    return moment;
  }
}
