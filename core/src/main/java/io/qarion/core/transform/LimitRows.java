package io.qarion.core.transform;

/** Keeps some rows of an order; without a sort before it, of the order of all columns. */
public record LimitRows(long rows, long offset) implements TransformationRule {

  @Override
  public String operation() {
    return "limit";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    if (rows < 0 || offset < 0) {
      scope.report("rows", "limit.negative", "A limit must not be negative.", "Write 0 or more.");
    }
    return input;
  }
}
