package io.qarion.core.transform;

import io.qarion.core.expression.OrderTerm;
import java.util.List;

/** Puts rows in an order; ties are broken by all columns. */
public record SortRows(List<OrderTerm> by) implements TransformationRule {

  public SortRows {
    by = List.copyOf(by);
  }

  @Override
  public String operation() {
    return "sort";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    scope.order(input, by, "by");
    return input;
  }
}
