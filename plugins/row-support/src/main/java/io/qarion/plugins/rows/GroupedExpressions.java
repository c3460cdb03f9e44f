package io.qarion.plugins.rows;

import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionTree;
import io.qarion.core.expression.FunctionCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expressions with aggregates or windows: the calls in them are computed first and put behind the
 * columns of the row, where the rest of each expression finds them.
 */
public final class GroupedExpressions {

  private final RowScope scope;
  private final int columns;
  private final List<Expression> trees;
  private final Map<Expression.Call, Integer> places = new LinkedHashMap<>();

  /**
   * @param columns that a row has before the computed values
   */
  public GroupedExpressions(List<Expression> trees, RowScope scope, int columns) {
    this.trees = List.copyOf(trees);
    this.scope = scope;
    this.columns = columns;
    trees.forEach(this::collect);
  }

  private void collect(Expression part) {
    boolean isComputed =
        part instanceof Expression.Call call
            && (call.over().isPresent() || !FunctionCatalog.standard().isScalar(call.function()));
    if (isComputed) {
      places.computeIfAbsent((Expression.Call) part, _ -> columns + places.size());
    } else {
      ExpressionTree.children(part).forEach(this::collect);
    }
  }

  /** The aggregates in the order of their places. */
  public List<AggregateCall> aggregates() {
    return places.keySet().stream()
        .map(call -> new AggregateCall(call, new ExpressionEvaluator(scope, call)))
        .toList();
  }

  /** The calls over windows in the order of their places. */
  public List<WindowCall> windows() {
    return places.keySet().stream()
        .map(call -> new WindowCall(call, new ExpressionEvaluator(scope, call)))
        .toList();
  }

  /** The expressions over rows that have the computed values. */
  public List<TypedEvaluation> evaluations() {
    RowScope all = scope.withComputed(places);
    return trees.stream().map(tree -> ExpressionEvaluator.typed(tree, all)).toList();
  }
}
