package io.qarion.core.transform;

import io.qarion.core.expression.Formula;

/** Keeps the rows for which the condition is true; NULL counts as not true. */
public record FilterRows(Formula condition) implements TransformationRule {

  @Override
  public String operation() {
    return "filter";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    scope.condition(input, condition, "condition");
    return input;
  }
}
