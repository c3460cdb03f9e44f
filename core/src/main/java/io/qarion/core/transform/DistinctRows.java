package io.qarion.core.transform;

import io.qarion.core.expression.OrderTerm;
import java.util.List;

/**
 * Keeps one row of each group of equal ones.
 *
 * @param on columns that must be equal; empty for all
 * @param orderBy which row of a group comes first; ties are broken by all columns
 * @param keepLast keeps the last of each group, not the first
 */
public record DistinctRows(List<String> on, List<OrderTerm> orderBy, boolean keepLast)
    implements TransformationRule {

  public DistinctRows {
    on = List.copyOf(on);
    orderBy = List.copyOf(orderBy);
  }

  @Override
  public String operation() {
    return "distinct";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    on.forEach(name -> scope.column(input, name, "on"));
    scope.order(input, orderBy, "order_by");
    return input;
  }
}
