package io.qarion.core.expression;

import java.util.ArrayList;
import java.util.List;

/** Trees as text with all parentheses, so that a test can compare a whole tree in one line. */
final class Shown {

  private Shown() {}

  static String tree(String text) {
    return of(Formula.parse(text).tree());
  }

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.value() + ":" + literal.type().text();
      case Expression.NullLiteral _ -> "null";
      case Expression.IntervalLiteral interval -> interval.amount() + " " + interval.unit().text();
      case Expression.ColumnReference column ->
          column.qualifier().map(q -> q + "!").orElse("") + column.name();
      case Expression.Parameter parameter -> ":" + parameter.name();
      case Expression.Unary unary -> node(unary.operator().name(), unary);
      case Expression.Binary binary -> node(binary.operator().symbol(), binary);
      case Expression.IsNull test -> node(not(test.negated()) + "isnull", test);
      case Expression.IsDistinct test -> node(not(test.negated()) + "distinct", test);
      case Expression.In in -> node(not(in.negated()) + "in", in);
      case Expression.Between between -> node(not(between.negated()) + "between", between);
      case Expression.Like like ->
          node(not(like.negated()) + (like.caseSensitive() ? "like" : "ilike"), like);
      case Expression.Case cases -> node("case", cases);
      case Expression.Cast cast ->
          node((cast.orNull() ? "try_cast " : "cast ") + cast.type().text(), cast);
      case Expression.Call call -> node(call(call), call);
      case Expression.Malformed _ -> "?";
    };
  }

  private static String call(Expression.Call call) {
    return call.function()
        + (call.distinct() ? " distinct" : "")
        + (call.filter().isPresent() ? " filter" : "")
        + call.over().map(Shown::window).orElse("");
  }

  private static String window(WindowSpecification window) {
    var text = new StringBuilder(" over");
    window.orderBy().stream()
        .map(term -> (term.descending() ? " desc" : " asc") + (term.nullsFirst() ? " nf" : ""))
        .forEach(text::append);
    window
        .frame()
        .ifPresent(frame ->
            text.append(' ')
                .append(frame.unit())
                .append(bound(frame.start()))
                .append(bound(frame.end())));
    return text.toString();
  }

  private static String bound(Frame.Bound bound) {
    return " " + bound.direction() + (bound.rows() == 0 ? "" : " " + bound.rows());
  }

  private static String not(boolean negated) {
    return negated ? "not " : "";
  }

  private static String node(String head, Expression expression) {
    var parts = new ArrayList<>(List.of(head));
    ExpressionTree.children(expression).forEach(child -> parts.add(of(child)));
    return "(" + String.join(" ", parts) + ")";
  }
}
