package io.qarion.core.transform;

import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionRewrite;
import io.qarion.core.expression.Frame;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.WindowSpecification;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Completes the order of windows by all columns, so that no engine is free to choose among equals.
 * Which rows are equals stays: ranks and frames that count them see the order as it was given.
 */
final class WindowTies {

  private static final Span NOWHERE = new Span(0, 0);

  /** What takes its row by its place in the order. */
  private static final Set<String> BY_PLACE = Set.of("row_number", "ntile", "lag", "lead");

  private static final Set<String> RANKS =
      Set.of("rank", "dense_rank", "percent_rank", "cume_dist");

  private static final Set<String> IN_FRAME = Set.of("first_value", "last_value", "nth_value");

  private static final Frame WHOLE =
      new Frame(
          Frame.Unit.ROWS,
          Frame.Bound.of(Frame.Direction.UNBOUNDED_PRECEDING),
          Frame.Bound.of(Frame.Direction.UNBOUNDED_FOLLOWING));

  private final List<String> columns;

  private WindowTies(List<String> columns) {
    this.columns = columns;
  }

  /**
   * The expression with complete orders.
   *
   * @param columns those of the input
   */
  static Expression broken(Expression tree, List<String> columns) {
    return ExpressionRewrite.rewrite(tree, new WindowTies(columns)::inPart);
  }

  private Expression inPart(Expression part) {
    if (!(part instanceof Expression.Call call)
        || call.over().isEmpty()
        || RANKS.contains(call.function())) {
      return part;
    }
    WindowSpecification window = call.over().get();
    boolean countsRows = window.frame().map(frame -> frame.unit() == Frame.Unit.ROWS).orElse(false);
    if (BY_PLACE.contains(call.function()) || countsRows) {
      return over(call, completed(window, window.frame()));
    }
    return IN_FRAME.contains(call.function()) ? inFrame(call, window) : part;
  }

  /** A frame that counts equals together, by values. */
  private Expression inFrame(Expression.Call call, WindowSpecification window) {
    boolean fromFirst =
        window.frame().map(frame -> isAt(frame.start(), WHOLE.start())).orElse(true);
    boolean toLast =
        window.orderBy().isEmpty()
            || window.frame().map(frame -> isAt(frame.end(), WHOLE.end())).orElse(false);
    boolean toEquals =
        window
            .frame()
            .map(frame -> frame.end().direction() == Frame.Direction.CURRENT_ROW)
            .orElse(true);
    if (!fromFirst) {
      return call;
    }
    Expression.Call ofWhole = over(call, completed(window, Optional.of(WHOLE)));
    if (toLast || call.function().equals("first_value")) {
      return ofWhole;
    }
    if (!toEquals) {
      return call;
    }
    return call.function().equals("last_value")
        ? over(call, lastOfEquals(window))
        : ifReached(call, window, ofWhole);
  }

  private static boolean isAt(Frame.Bound bound, Frame.Bound other) {
    return bound.direction() == other.direction();
  }

  /** The rows that are equal in the order, in the order of their columns. */
  private WindowSpecification lastOfEquals(WindowSpecification window) {
    var group = new ArrayList<>(window.partitionBy());
    window.orderBy().forEach(term -> group.add(term.expression()));
    return completed(
        new WindowSpecification(group, List.of(), Optional.empty()), Optional.of(WHOLE));
  }

  /** The value of a row that counts from the first, once the frame has come to it. */
  private static Expression ifReached(
      Expression.Call call, WindowSpecification window, Expression value) {
    var counted =
        new Expression.Call(
            "count", List.of(), false, Optional.empty(), Optional.of(window), NOWHERE);
    var reached =
        new Expression.Binary(
            BinaryOperator.GREATER_OR_EQUAL, counted, call.arguments().get(1), NOWHERE);
    return new Expression.Case(
        Optional.empty(),
        List.of(new Expression.Branch(reached, value)),
        Optional.empty(),
        call.span());
  }

  private WindowSpecification completed(WindowSpecification window, Optional<Frame> frame) {
    var order = new ArrayList<>(window.orderBy());
    for (String column : columns) {
      var reference = new Expression.ColumnReference(Optional.empty(), column, NOWHERE);
      if (!isNamed(column, window)) {
        order.add(new OrderTerm(reference, false, false));
      }
    }
    return new WindowSpecification(window.partitionBy(), order, frame);
  }

  private static boolean isNamed(String column, WindowSpecification window) {
    return window.partitionBy().stream().anyMatch(part -> isColumn(part, column))
        || window.orderBy().stream().anyMatch(term -> isColumn(term.expression(), column));
  }

  private static boolean isColumn(Expression part, String name) {
    return part instanceof Expression.ColumnReference column && column.name().equals(name);
  }

  private static Expression.Call over(Expression.Call call, WindowSpecification window) {
    return new Expression.Call(
        call.function(),
        call.arguments(),
        call.distinct(),
        call.filter(),
        Optional.of(window),
        call.span());
  }
}
