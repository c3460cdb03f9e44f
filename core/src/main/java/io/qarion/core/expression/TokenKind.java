package io.qarion.core.expression;

/** What a {@link Token} is, for reading and for colouring. */
public enum TokenKind {
  NAME,
  QUOTED_NAME,
  STRING,
  INTEGER,
  /** Digits with a point. */
  DECIMAL,
  /** Digits with an exponent. */
  FLOAT,
  PARAMETER,
  SYMBOL,
  COMMENT,
  UNKNOWN,
  END
}
