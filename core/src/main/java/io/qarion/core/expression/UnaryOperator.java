package io.qarion.core.expression;

/** An operator that stands before its one operand. */
public enum UnaryOperator {
  NOT,
  MINUS
}
