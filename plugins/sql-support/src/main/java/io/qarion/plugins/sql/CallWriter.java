package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Frame;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.ResolvedCall;
import io.qarion.core.expression.UnaryOperator;
import io.qarion.core.expression.WindowSpecification;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes calls: finds the way that is meant and gives the arguments the types it takes. */
final class CallWriter {

  private final ExpressionSql expressions;

  CallWriter(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  String write(Expression.Call call) {
    ResolvedCall resolved = ResolvedCall.of(call, expressions::typeOf);
    var arguments = new ArrayList<Operand>();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(argument(call.arguments().get(i), resolved, i));
    }
    return expressions
        .dialect()
        .call(
            new CallSql(
                resolved.way(),
                arguments,
                expressions.typeOf(call).dataType().orElse(PlainType.STRING),
                call.distinct(),
                call.filter().map(expressions::write),
                call.over().map(this::window)));
  }

  private Operand argument(Expression part, ResolvedCall resolved, int index) {
    Optional<Object> constant = constant(part);
    Optional<DataType> wanted = resolved.wanted().get(index);
    boolean settled =
        resolved.parameter(index).constant()
            || (wanted.isPresent() && !isTyped(resolved.way().result()));
    if (settled && constant.isPresent() && constant.get() instanceof Long number) {
      boolean isFloat = wanted.filter(type -> type == PlainType.FLOAT).isPresent();
      return new Operand(
          isFloat
              ? expressions.dialect().literal(number.doubleValue(), PlainType.FLOAT)
              : expressions.dialect().plain(number, PlainType.INTEGER),
          isFloat ? PlainType.FLOAT : PlainType.INTEGER,
          constant);
    }
    return wanted
        .map(type -> new Operand(expressions.coerced(part, type), type, constant))
        .orElseGet(() -> expressions.operand(part));
  }

  /** Whether the type of a result follows from those of the arguments, or could in an engine. */
  private static boolean isTyped(String result) {
    return !Set.of("string", "boolean", "date", "time", "timestamp").contains(result);
  }

  private static Optional<Object> constant(Expression part) {
    return switch (part) {
      case Expression.Literal literal -> Optional.of(literal.value());
      case Expression.Unary(var operator, Expression.Literal(Long number, _, _), _)
          when operator == UnaryOperator.MINUS ->
          Optional.of(-number);
      default -> Optional.empty();
    };
  }

  private String window(WindowSpecification window) {
    var parts = new ArrayList<String>();
    if (!window.partitionBy().isEmpty()) {
      parts.add(
          "PARTITION BY "
              + window.partitionBy().stream()
                  .map(expressions::write)
                  .collect(Collectors.joining(", ")));
    }
    if (!window.orderBy().isEmpty()) {
      parts.add(
          "ORDER BY " + window.orderBy().stream().map(this::key).collect(Collectors.joining(", ")));
    }
    window.frame().ifPresent(frame -> parts.add(frame(frame)));
    return String.join(" ", parts);
  }

  private String key(OrderTerm term) {
    return expressions.orderKey(term.expression())
        + (term.descending() ? " DESC" : " ASC")
        + (term.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
  }

  private static String frame(Frame frame) {
    return frame.unit().name() + " BETWEEN " + bound(frame.start()) + " AND " + bound(frame.end());
  }

  private static String bound(Frame.Bound bound) {
    return switch (bound.direction()) {
      case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
      case PRECEDING -> bound.rows() + " PRECEDING";
      case CURRENT_ROW -> "CURRENT ROW";
      case FOLLOWING -> bound.rows() + " FOLLOWING";
      case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
    };
  }
}
