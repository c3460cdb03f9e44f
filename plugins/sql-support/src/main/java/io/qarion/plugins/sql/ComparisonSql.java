package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes comparisons. Where an engine doesn't bring values of two types together itself, both sides
 * become the type that holds all their values.
 */
final class ComparisonSql {

  private final ExpressionSql expressions;

  ComparisonSql(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  String compared(Expression.Binary binary) {
    Expression left = binary.left();
    Expression right = binary.right();
    String sign = " " + binary.operator().symbol() + " ";
    return switch (binary.operator()) {
      case EQUAL, NOT_EQUAL -> side(left, List.of(right)) + sign + side(right, List.of(left));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          ordered(left, List.of(right)) + sign + ordered(right, List.of(left));
      case OR, AND, CONCAT, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
          throw new IllegalArgumentException("no comparison: " + binary.operator());
    };
  }

  String distinct(Expression.IsDistinct distinct) {
    return side(distinct.left(), List.of(distinct.right()))
        + (distinct.negated() ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ")
        + side(distinct.right(), List.of(distinct.left()));
  }

  String between(Expression.Between between) {
    Expression operand = between.operand();
    return ordered(operand, List.of(between.low(), between.high()))
        + (between.negated() ? " NOT BETWEEN " : " BETWEEN ")
        + ordered(between.low(), List.of(operand, between.high()))
        + " AND "
        + ordered(between.high(), List.of(operand, between.low()));
  }

  String in(Expression.In in) {
    var all = new ArrayList<>(in.values());
    all.add(in.operand());
    String operand =
        dialect().comparesMixedTypes()
            ? expressions.closed(in.operand())
            : side(in.operand(), in.values());
    return operand
        + (in.negated() ? " NOT IN (" : " IN (")
        + in.values().stream()
            .map(value -> side(value, dialect().comparesMixedTypes() ? List.of(in.operand()) : all))
            .collect(Collectors.joining(", "))
        + ")";
  }

  String caseOperand(Expression operand, Expression.Case cases) {
    return dialect().comparesMixedTypes()
        ? expressions.closed(operand)
        : together(operand, compared(cases));
  }

  String caseValue(Expression value, Expression.Case cases) {
    return cases.operand().isEmpty() || dialect().comparesMixedTypes()
        ? expressions.write(value)
        : together(value, compared(cases));
  }

  private static List<Expression> compared(Expression.Case cases) {
    var all = new ArrayList<Expression>();
    cases.operand().ifPresent(all::add);
    cases.branches().forEach(branch -> all.add(branch.when()));
    return all;
  }

  private ExpressionDialect dialect() {
    return expressions.dialect();
  }

  /** One side of a comparison; a number beside a value that is none needs no type of its own. */
  private String side(Expression side, List<Expression> others) {
    if (!dialect().comparesMixedTypes()) {
      return together(side, others);
    }
    boolean beside = !(others.getFirst() instanceof Expression.Literal);
    return side instanceof Expression.Literal(Object value, DataType type, _) && beside
        ? SqlFragment.closed(dialect().plain(value, type))
        : expressions.closed(side);
  }

  private String ordered(Expression side, List<Expression> others) {
    return common(side, others)
        .filter(_ -> !dialect().comparesMixedTypes())
        .map(type -> SqlFragment.closed(dialect().ordered(expressions.coerced(side, type), type)))
        .orElseGet(() -> side(side, others));
  }

  private String together(Expression side, List<Expression> others) {
    return common(side, others)
        .map(type -> SqlFragment.closed(expressions.coerced(side, type)))
        .orElseGet(() -> expressions.closed(side));
  }

  private Optional<DataType> common(Expression side, List<Expression> others) {
    Optional<ValueType> common = Optional.of(expressions.typeOf(side));
    for (Expression other : others) {
      common = common.flatMap(type -> ValueType.common(type, expressions.typeOf(other)));
    }
    return common.flatMap(ValueType::dataType);
  }
}
