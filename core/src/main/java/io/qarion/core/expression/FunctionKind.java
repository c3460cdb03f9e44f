package io.qarion.core.expression;

/** What a function is computed from. */
public enum FunctionKind {
  /** From the values of one row. */
  SCALAR,
  /** From the rows of a group, or of a window. */
  AGGREGATE,
  /** From the rows of a window only. */
  WINDOW
}
