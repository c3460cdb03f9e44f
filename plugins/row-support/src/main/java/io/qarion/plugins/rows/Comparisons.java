package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Compiles comparisons: both sides become the type that holds all their values. */
final class Comparisons {

  private final ExpressionEvaluator expressions;

  Comparisons(ExpressionEvaluator expressions) {
    this.expressions = expressions;
  }

  Evaluation compared(Expression.Binary binary) {
    List<Evaluation> sides = together(List.of(binary.left(), binary.right()));
    IntPredicate holds = holds(binary.operator());
    return row -> {
      Object left = sides.get(0).of(row);
      Object right = sides.get(1).of(row);
      if (left == null || right == null) {
        return null;
      }
      return holds.test(ValueOrder.compare(left, right));
    };
  }

  private static IntPredicate holds(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL -> order -> order == 0;
      case NOT_EQUAL -> order -> order != 0;
      case LESS -> order -> order < 0;
      case LESS_OR_EQUAL -> order -> order <= 0;
      case GREATER -> order -> order > 0;
      case GREATER_OR_EQUAL -> order -> order >= 0;
      case OR, AND, CONCAT, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
          throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  Evaluation distinct(Expression.IsDistinct distinct) {
    List<Evaluation> sides = together(List.of(distinct.left(), distinct.right()));
    return row -> areSame(sides.get(0).of(row), sides.get(1).of(row)) == distinct.negated();
  }

  /** NULL is a value like others. */
  static boolean areSame(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == null && right == null;
    }
    return ValueOrder.compare(left, right) == 0;
  }

  Evaluation in(Expression.In in) {
    var all = new ArrayList<Expression>();
    all.add(in.operand());
    all.addAll(in.values());
    List<Evaluation> sides = together(all);
    return row -> {
      Object value = sides.getFirst().of(row);
      if (value == null) {
        return null;
      }
      boolean isUnknown = false;
      for (Evaluation side : sides.subList(1, sides.size())) {
        Object other = side.of(row);
        isUnknown |= other == null;
        if (other != null && ValueOrder.compare(value, other) == 0) {
          return !in.negated();
        }
      }
      return isUnknown ? null : (Object) in.negated();
    };
  }

  Evaluation between(Expression.Between between) {
    List<Evaluation> sides = together(List.of(between.operand(), between.low(), between.high()));
    return row -> {
      Object value = sides.get(0).of(row);
      Object low = sides.get(1).of(row);
      Object high = sides.get(2).of(row);
      if (value == null) {
        return null;
      }
      boolean isBelow = low != null && ValueOrder.compare(value, low) < 0;
      boolean isAbove = high != null && ValueOrder.compare(value, high) > 0;
      if (isBelow || isAbove) {
        return between.negated();
      }
      boolean isUnknown = low == null || high == null;
      return isUnknown ? null : (Object) !between.negated();
    };
  }

  /** The conditions of the branches of a CASE. */
  List<Evaluation> conditions(Expression.Case cases) {
    if (cases.operand().isEmpty()) {
      return cases.branches().stream().map(branch -> expressions.compile(branch.when())).toList();
    }
    var all = new ArrayList<Expression>();
    all.add(cases.operand().get());
    cases.branches().forEach(branch -> all.add(branch.when()));
    List<Evaluation> sides = together(all);
    var conditions = new ArrayList<Evaluation>();
    for (Evaluation side : sides.subList(1, sides.size())) {
      conditions.add(row -> {
        Object value = sides.getFirst().of(row);
        Object other = side.of(row);
        return value != null && other != null && ValueOrder.compare(value, other) == 0;
      });
    }
    return conditions;
  }

  private List<Evaluation> together(List<Expression> sides) {
    Optional<ValueType> common = Optional.of(ValueType.Special.NULL);
    for (Expression side : sides) {
      common = common.flatMap(type -> ValueType.common(type, expressions.typeOf(side)));
    }
    Optional<DataType> type = common.flatMap(ValueType::dataType);
    return sides.stream()
        .map(side ->
            type.map(wanted -> expressions.coerced(side, wanted))
                .orElseGet(() -> expressions.compile(side)))
        .toList();
  }
}
