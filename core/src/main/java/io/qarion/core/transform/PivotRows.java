package io.qarion.core.transform;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionRewrite;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Turns values of a column into columns of their own.
 *
 * @param rows columns that stay, one row for each of their combinations
 * @param column whose values become columns
 * @param measure an aggregate, computed for each value
 * @param values the values, each a column of that name; stated, so that the columns are known
 */
public record PivotRows(List<String> rows, String column, Formula measure, List<String> values)
    implements TransformationRule {

  private static final Span NOWHERE = new Span(0, 0);

  public PivotRows {
    rows = List.copyOf(rows);
    values = List.copyOf(values);
  }

  @Override
  public String operation() {
    return "pivot";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    var columns = new ArrayList<TracedColumn>();
    rows.forEach(name -> scope.column(input, name, "rows").ifPresent(columns::add));
    var named = scope.column(input, column, "column");
    TracedColumn measured = scope.aggregate(input, rows, column, measure, "measure");
    if (values.isEmpty()) {
      scope.report(
          "values",
          "pivot.values",
          "A pivot needs the values that become columns.",
          "Write values = [\"…\", \"…\"].");
    }
    for (String value : values) {
      var origins = new HashSet<>(measured.origins());
      named.ifPresent(from -> origins.addAll(from.origins()));
      columns.add(new TracedColumn(value, measured.type(), false, origins));
    }
    return scope.unique(new TracedSchema(columns, false), "values");
  }

  /** The measure over the rows that have one value in the column. */
  public Expression measureOf(String value) {
    return ExpressionRewrite.rewrite(measure.tree(), node -> filtered(node, value));
  }

  private Expression filtered(Expression node, String value) {
    if (!(node instanceof Expression.Call call)
        || FunctionCatalog.standard().isScalar(call.function())) {
      return node;
    }
    Expression isValue =
        new Expression.Binary(
            BinaryOperator.EQUAL,
            new Expression.Cast(
                new Expression.ColumnReference(Optional.empty(), column, NOWHERE),
                PlainType.STRING,
                false,
                NOWHERE),
            new Expression.Literal(value, PlainType.STRING, NOWHERE),
            NOWHERE);
    Expression filter =
        call.filter()
            .<Expression>map(
                own -> new Expression.Binary(BinaryOperator.AND, own, isValue, NOWHERE))
            .orElse(isValue);
    return new Expression.Call(
        call.function(),
        call.arguments(),
        call.distinct(),
        Optional.of(filter),
        call.over(),
        call.span());
  }
}
