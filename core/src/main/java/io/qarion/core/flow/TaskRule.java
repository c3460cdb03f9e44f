package io.qarion.core.flow;

import io.qarion.core.transform.TransformationRule;

/** One visual step of a transformation, as a user wrote it. */
public sealed interface TaskRule {

  /** The value of {@code operation}. */
  String operation();

  /** An operation that every engine knows. */
  record Known(TransformationRule rule) implements TaskRule {

    @Override
    public String operation() {
      return rule.operation();
    }
  }

  /**
   * An operation that a plug-in may know.
   *
   * @param settings the table of the rule without its operation
   */
  record Named(String operation, Settings settings) implements TaskRule {}

  /** A step that is switched off: the rows pass it as they are, whatever else it says. */
  record Off(String operation) implements TaskRule {}
}
