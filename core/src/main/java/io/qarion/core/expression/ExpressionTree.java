package io.qarion.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The one place that knows the parts of an expression. */
public final class ExpressionTree {

  private ExpressionTree() {}

  /** The parts, one level down, in the order of the text. */
  public static List<Expression> children(Expression expression) {
    return switch (expression) {
      case Expression.Literal _,
          Expression.NullLiteral _,
          Expression.IntervalLiteral _,
          Expression.ColumnReference _,
          Expression.Parameter _,
          Expression.Malformed _ ->
          List.of();
      case Expression.Unary unary -> List.of(unary.operand());
      case Expression.Binary binary -> List.of(binary.left(), binary.right());
      case Expression.IsNull test -> List.of(test.operand());
      case Expression.IsDistinct test -> List.of(test.left(), test.right());
      case Expression.In in -> childrenOf(in);
      case Expression.Between range -> List.of(range.operand(), range.low(), range.high());
      case Expression.Like like -> List.of(like.operand(), like.pattern());
      case Expression.Case cases -> childrenOf(cases);
      case Expression.Cast cast -> List.of(cast.operand());
      case Expression.Call call -> childrenOf(call);
    };
  }

  /** Visits an expression and all its parts, each before its own parts. */
  public static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    for (Expression child : children(expression)) {
      walk(child, visitor);
    }
  }

  /** All columns named, in the order of the text, as often as they are named. */
  public static List<Expression.ColumnReference> columns(Expression expression) {
    var columns = new ArrayList<Expression.ColumnReference>();
    walk(
        expression,
        part -> {
          if (part instanceof Expression.ColumnReference column) {
            columns.add(column);
          }
        });
    return columns;
  }

  /** Names of all variables used, in the order of the text, each once. */
  public static List<String> parameters(Expression expression) {
    var names = new ArrayList<String>();
    walk(
        expression,
        part -> {
          if (part instanceof Expression.Parameter parameter && !names.contains(parameter.name())) {
            names.add(parameter.name());
          }
        });
    return names;
  }

  private static List<Expression> childrenOf(Expression.In in) {
    var children = new ArrayList<Expression>(in.values().size() + 1);
    children.add(in.operand());
    children.addAll(in.values());
    return children;
  }

  private static List<Expression> childrenOf(Expression.Case cases) {
    var children = new ArrayList<Expression>();
    cases.operand().ifPresent(children::add);
    for (Expression.Branch branch : cases.branches()) {
      children.add(branch.when());
      children.add(branch.then());
    }
    cases.otherwise().ifPresent(children::add);
    return children;
  }

  private static List<Expression> childrenOf(Expression.Call call) {
    Optional<WindowSpecification> over = call.over();
    if (call.filter().isEmpty() && over.isEmpty()) {
      return call.arguments();
    }
    var children = new ArrayList<>(call.arguments());
    call.filter().ifPresent(children::add);
    if (over.isPresent()) {
      children.addAll(over.get().partitionBy());
      over.get().orderBy().forEach(term -> children.add(term.expression()));
    }
    return children;
  }
}
