package io.qarion.core.call;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionRewrite;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the tasks before one for it to run: an expression over {@code
 * tasks.<id>.rows_written}, {@code tasks.<id>.status} and {@code :variables}. It is a filter over
 * one row with these columns, so engines give it the meaning that they give all expressions.
 */
public record TaskCondition(Formula formula) {

  private static final String TASKS = "tasks";

  /**
   * Reports what is wrong.
   *
   * @param before the tasks that are over when this is asked
   * @param element where the task's settings stand; this is {@code condition} of them
   */
  public void check(
      Collection<TaskId> before,
      Map<String, DataType> parameters,
      String element,
      Consumer<Problem> problems) {
    var _ =
        filter()
            .output(
                TracedSchema.of(TASKS, schema(before)),
                RuleScope.of(element, Map.of(), parameters, problems));
  }

  /** Has a row if this holds, and none if it does not or nobody knows. */
  public Query query(Map<TaskId, TaskOutcome> outcomes) {
    var row = new ArrayList<@Nullable Object>();
    outcomes
        .values()
        .forEach(outcome -> {
          row.add(outcome.status().text());
          row.add(outcome.rowsWritten());
        });
    RowPage rows = RowPage.of(schema(outcomes.keySet()), 0, List.of(row), false);
    return Query.of(
        List.of(TransformationSource.of(TASKS, RowSource.Rows.of(rows))), List.of(filter()));
  }

  private FilterRows filter() {
    return new FilterRows(
        new Formula(
            formula.text(),
            ExpressionRewrite.rewrite(formula.tree(), TaskCondition::inOneRow),
            formula.problems()));
  }

  /** The whole of {@code tasks.load.status} is the name of a column. */
  private static Expression inOneRow(Expression part) {
    return part
                instanceof
                Expression.ColumnReference(Optional<String> qualifier, var name, var span)
            && qualifier.isPresent()
        ? new Expression.ColumnReference(Optional.empty(), qualifier.get() + "." + name, span)
        : part;
  }

  private static Schema schema(Collection<TaskId> tasks) {
    var columns = new ArrayList<Column>();
    for (TaskId task : tasks) {
      columns.add(Column.of(TASKS + "." + task + ".status", PlainType.STRING));
      columns.add(Column.of(TASKS + "." + task + ".rows_written", PlainType.INTEGER));
    }
    return new Schema(columns);
  }
}
