package io.qarion.core.expression;

import java.util.List;

/** A sign of other languages, with what was meant by it and how that is written here. */
record ForeignSign(String written, TokenKind kind, String meant, String message, String fix) {

  /** Longer ones first where one begins with another. */
  static final List<ForeignSign> ALL =
      List.of(
          symbol("==", "=", "Equality is one sign.", "Write = instead of ==."),
          symbol("=<", "<=", "This comparison is written the other way.", "Write <=."),
          symbol("=>", ">=", "This comparison is written the other way.", "Write >=."),
          word("&&", "and"),
          word("&", "and"),
          symbol("**", "*", "There is no sign for powers.", "Write power(a, b)."),
          symbol("^", "*", "There is no sign for powers.", "Write power(a, b)."),
          new ForeignSign(
              ";", TokenKind.COMMENT, ";", "An expression needs no semicolon.", "Remove it."));

  private static ForeignSign symbol(String written, String meant, String message, String fix) {
    return new ForeignSign(written, TokenKind.SYMBOL, meant, message, fix);
  }

  private static ForeignSign word(String written, String meant) {
    String fix = "Write AND instead of " + written + ".";
    return new ForeignSign(written, TokenKind.NAME, meant, "This is a word here.", fix);
  }
}
