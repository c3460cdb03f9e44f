package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Frame;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.FunctionDefinition;
import io.qarion.core.expression.FunctionKind;
import io.qarion.core.expression.FunctionParameter;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.UnaryOperator;
import io.qarion.core.expression.ValueType;
import io.qarion.core.expression.WindowSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes calls: finds the way that is meant and gives the arguments the types it takes. */
final class CallWriter {

  private static final Set<String> VARIABLES = Set.of("T", "ordered", "number", "moment");

  private final ExpressionSql expressions;

  CallWriter(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  String write(Expression.Call call) {
    FunctionDefinition way = way(call);
    Optional<DataType> variable = variable(call, way);
    var arguments = new ArrayList<Operand>();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(argument(call.arguments().get(i), parameter(way, i), way, variable));
    }
    return expressions
        .dialect()
        .call(
            new CallSql(
                way,
                arguments,
                expressions.typeOf(call).dataType().orElse(PlainType.STRING),
                call.distinct(),
                call.filter().map(expressions::write),
                call.over().map(this::window)));
  }

  private FunctionDefinition way(Expression.Call call) {
    List<FunctionDefinition> ways =
        FunctionCatalog.standard().find(call.function()).stream()
            .filter(way -> takes(way, call.arguments().size()))
            .toList();
    return ways.stream().filter(way -> fits(way, call)).findFirst().orElseGet(ways::getFirst);
  }

  private static boolean takes(FunctionDefinition way, int arguments) {
    List<FunctionParameter> parameters = way.parameters();
    long required = parameters.stream().filter(parameter -> !parameter.optional()).count();
    boolean open = !parameters.isEmpty() && parameters.getLast().repeated();
    return arguments >= required && (open || arguments <= parameters.size());
  }

  /** Ways with as many arguments differ in the kind of moment that comes first. */
  private boolean fits(FunctionDefinition way, Expression.Call call) {
    if (call.arguments().isEmpty()) {
      return true;
    }
    Optional<DataType> first = expressions.typeOf(call.arguments().getFirst()).dataType();
    boolean takesTime = way.parameters().getFirst().type().equals("time");
    return first.map(type -> (type == PlainType.TIME) == takesTime).orElse(true);
  }

  private static FunctionParameter parameter(FunctionDefinition way, int index) {
    return way.parameters().get(Math.min(index, way.parameters().size() - 1));
  }

  /** What T, number and the like stand for; empty if nobody can say. */
  private Optional<DataType> variable(Expression.Call call, FunctionDefinition way) {
    if (VARIABLES.contains(way.result()) || way.result().equals("remainder")) {
      return expressions.typeOf(call).dataType();
    }
    ValueType common = ValueType.Special.NULL;
    for (int i = 0; i < call.arguments().size(); i++) {
      if (VARIABLES.contains(parameter(way, i).type())) {
        Optional<ValueType> wider =
            ValueType.common(common, expressions.typeOf(call.arguments().get(i)));
        if (wider.isEmpty()) {
          return Optional.empty();
        }
        common = wider.get();
      }
    }
    return common.dataType();
  }

  private Operand argument(
      Expression part,
      FunctionParameter parameter,
      FunctionDefinition way,
      Optional<DataType> variable) {
    Optional<Object> constant = constant(part);
    Optional<DataType> wanted =
        switch (parameter.type()) {
          case "T", "ordered", "number", "moment" -> variable;
          case "key", "exact" -> Optional.empty();
          case "any" ->
              way.kind() == FunctionKind.SCALAR ? Optional.of(PlainType.STRING) : Optional.empty();
          default -> DataType.parse(parameter.type());
        };
    boolean settled = parameter.constant() || (wanted.isPresent() && !isTyped(way.result()));
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
