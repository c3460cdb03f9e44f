package io.qarion.core.expression;

import io.qarion.core.problem.Span;

/**
 * A word, value or sign of an expression's text.
 *
 * @param text what it stands for: names and texts without quotes, a parameter without its colon
 */
public record Token(TokenKind kind, String text, Span span) {

  boolean isSymbol(String symbol) {
    return kind == TokenKind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == TokenKind.NAME && text.equalsIgnoreCase(word);
  }

  /** As named in a message. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case STRING -> "'" + text + "'";
      case PARAMETER -> ":" + text;
      case NAME, QUOTED_NAME, INTEGER, DECIMAL, FLOAT, SYMBOL, COMMENT, UNKNOWN -> text;
    };
  }
}
