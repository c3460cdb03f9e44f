package io.qarion.core.transform;

import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.WindowSpecification;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds columns computed over neighbouring rows; the rows stay.
 *
 * @param columns name to an expression of window functions; one without {@code over} gets the
 *     rule's own window
 * @param isUnique whether no two rows of a partition are equal in the order, so that nothing has to
 *     be done about such rows
 */
public record WindowColumns(
    List<String> partitionBy,
    List<OrderTerm> orderBy,
    Map<String, Formula> columns,
    boolean isUnique)
    implements TransformationRule {

  /** Columns over windows where rows may be equal in the order. */
  public WindowColumns(
      List<String> partitionBy, List<OrderTerm> orderBy, Map<String, Formula> columns) {
    this(partitionBy, orderBy, columns, false);
  }

  public WindowColumns {
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  @Override
  public String operation() {
    return "window";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    partitionBy.forEach(name -> scope.column(input, name, "partition_by"));
    scope.order(input, orderBy, "order_by");
    var added = new ArrayList<TracedColumn>();
    for (var entry : columns.entrySet()) {
      added.add(
          scope.window(
              input, window(), entry.getKey(), entry.getValue(), "columns." + entry.getKey()));
    }
    return input.with(added);
  }

  /**
   * What is computed, with all windows written out and their orders complete.
   *
   * @param input names of the columns before
   */
  public Map<String, Expression> expressions(List<String> input) {
    Map<String, Expression> trees = new LinkedHashMap<>();
    columns.forEach((name, formula) -> {
      Expression tree = WindowDefault.applied(formula.tree(), window());
      trees.put(name, isUnique ? tree : WindowTies.broken(tree, input));
    });
    return trees;
  }

  /** What a call without {@code over} looks at. */
  public WindowSpecification window() {
    return new WindowSpecification(
        partitionBy.stream().<Expression>map(WindowColumns::column).toList(),
        orderBy,
        Optional.empty());
  }

  private static Expression column(String name) {
    return new Expression.ColumnReference(Optional.empty(), name, new Span(0, 0));
  }
}
