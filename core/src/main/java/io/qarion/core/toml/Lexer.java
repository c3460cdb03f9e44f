package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts any text, valid or not, into words, strings and signs, to find what is wrong with it. */
final class Lexer {

  /** What a token is. */
  enum Kind {
    SIGN,
    STRING,
    WORD
  }

  /** A piece of the text; comments and blanks are left out. */
  record Token(Kind kind, Span span, String text) {

    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  private static final String SIGNS = "[]{},=";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    var lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.step();
    }
    return lexer.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    int start = at;
    if (c == '#') {
      skipTo("\n");
    } else if (c == '"' || c == '\'') {
      skipString(c);
      add(Kind.STRING, start);
    } else if (SIGNS.indexOf(c) >= 0) {
      at++;
      add(Kind.SIGN, start);
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      at++;
    } else {
      skipWord();
      add(Kind.WORD, start);
    }
  }

  private void skipWord() {
    while (at < text.length() && "[]{},= \t\r\n#\"'".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found;
  }

  private void skipString(char quote) {
    String triple = String.valueOf(quote).repeat(3);
    if (text.startsWith(triple, at)) {
      at += 3;
      skipTo(triple);
      at = Math.min(at + 3, text.length());
      return;
    }
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    boolean closed = at < text.length() && text.charAt(at) == quote;
    at = Math.min(closed ? at + 1 : at, text.length());
  }

  private void add(Kind kind, int start) {
    tokens.add(new Token(kind, new Span(start, at), text.substring(start, at)));
  }
}
