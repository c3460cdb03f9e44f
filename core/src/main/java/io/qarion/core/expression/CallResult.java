package io.qarion.core.expression;

import static io.qarion.core.dataset.PlainType.FLOAT;
import static io.qarion.core.dataset.PlainType.INTEGER;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.expression.Expression.Call;
import java.util.List;
import java.util.OptionalLong;

/** The rules by which a call's type follows from those of its arguments. */
final class CallResult {

  /** What a decimal has on every engine. */
  private static final int SMALL = 18;

  private CallResult() {}

  /**
   * The type of a call whose arguments fit.
   *
   * @param variable what T, number or moment stands for
   */
  static ValueType type(
      TypingContext context,
      Call call,
      FunctionDefinition way,
      List<ValueType> types,
      ValueType variable) {
    return switch (way.result()) {
      case "T", "ordered", "number", "moment" -> variable;
      case "first" -> types.getFirst();
      case "whole" -> whole(variable);
      case "rounded" -> rounded(call, types.getFirst());
      case "sum" -> sum(types.getFirst());
      case "quotient" -> quotient(context, call, types);
      case "remainder" -> variable;
      default -> ValueType.of(DataType.parse(way.result()).orElseThrow());
    };
  }

  private static ValueType whole(ValueType type) {
    return type instanceof ValueType.Known(DecimalType decimal) ? resized(decimal, 0) : type;
  }

  private static ValueType rounded(Call call, ValueType type) {
    OptionalLong digits = ConstantArguments.integer(call.arguments().getLast());
    if (type instanceof ValueType.Known(DecimalType decimal) && digits.isPresent()) {
      int scale = Math.clamp(digits.getAsLong(), 0, decimal.scale());
      return scale == decimal.scale() ? type : resized(decimal, scale);
    }
    return type;
  }

  /** Rounding up can need one more digit before the point. */
  private static ValueType resized(DecimalType decimal, int scale) {
    int digits = decimal.precision() - decimal.scale() + (decimal.scale() > 0 ? 1 : 0) + scale;
    return ValueType.of(new DecimalType(Math.clamp(digits, 1, DecimalType.MAX_PRECISION), scale));
  }

  private static ValueType sum(ValueType type) {
    return type instanceof ValueType.Known(DecimalType decimal)
        ? ValueType.of(new DecimalType(wide(decimal), decimal.scale()))
        : type;
  }

  private static int wide(DecimalType decimal) {
    return decimal.precision() <= SMALL ? SMALL : DecimalType.MAX_PRECISION;
  }

  private static ValueType quotient(TypingContext context, Call call, List<ValueType> types) {
    OptionalLong digits = ConstantArguments.integer(call.arguments().getLast());
    if (digits.isEmpty()) {
      return ValueType.Special.UNKNOWN;
    }
    int precision = SMALL;
    for (int i = 0; i < 2; i++) {
      ValueType type = types.get(i);
      if (TypeRules.isNumeric(type) && !TypeRules.is(type, FLOAT) && !TypeRules.is(type, INTEGER)) {
        precision = Math.max(precision, wide(Arithmetic.digits(call.arguments().get(i), type)));
      }
    }
    long scale = digits.getAsLong();
    if (scale < 0 || scale > precision) {
      return context.report(
          call.arguments().getLast().span(),
          "expression.precision",
          "A quotient has 0 to " + precision + " digits after the point.",
          "Write divide(a, b, 2), for example.");
    }
    return ValueType.of(new DecimalType(precision, (int) scale));
  }
}
