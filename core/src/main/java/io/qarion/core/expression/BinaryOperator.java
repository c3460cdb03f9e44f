package io.qarion.core.expression;

/** An operator that stands between two operands. */
public enum BinaryOperator {
  OR("OR", 1),
  AND("AND", 2),
  EQUAL("=", 4),
  NOT_EQUAL("<>", 4),
  LESS("<", 4),
  LESS_OR_EQUAL("<=", 4),
  GREATER(">", 4),
  GREATER_OR_EQUAL(">=", 4),
  CONCAT("||", 5),
  ADD("+", 6),
  SUBTRACT("-", 6),
  MULTIPLY("*", 7),
  DIVIDE("/", 7),
  REMAINDER("%", 7);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** Higher binds tighter; NOT is 3, a sign is 8. */
  public int precedence() {
    return precedence;
  }

  public boolean isLogical() {
    return precedence <= 2;
  }

  public boolean isComparison() {
    return precedence == 4;
  }

  public boolean isArithmetic() {
    return precedence >= 6;
  }
}
