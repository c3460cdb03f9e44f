package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
}
