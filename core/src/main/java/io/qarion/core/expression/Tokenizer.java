package io.qarion.core.expression;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Cuts the text of an expression into tokens; never fails, whatever the text. */
public final class Tokenizer {

  /** Quotes of other languages, each with what closes it. */
  private static final Map<Character, Character> FOREIGN_NAME_QUOTES = Map.of('`', '`', '[', ']');

  private static final Map<Character, Character> FOREIGN_TEXT_QUOTES = Map.of('‘', '’', '“', '”');

  private static final String SINGLE_SYMBOLS = "()+-*/%,.=<>";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  /**
   * What a text consists of.
   *
   * @param tokens comments included; the last one is {@link TokenKind#END}
   */
  public record Result(List<Token> tokens, List<SyntaxProblem> problems) {

    public Result {
      tokens = List.copyOf(tokens);
      problems = List.copyOf(problems);
    }
  }

  /** Cuts up a text. */
  public static Result read(String text) {
    return new Tokenizer(text).readAll();
  }

  private Result readAll() {
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        at += Character.charCount(codePoint);
      } else if (Names.isStart(codePoint)) {
        readName();
      } else if (isDigit(at) || (codePoint == '.' && isDigit(at + 1))) {
        readNumber();
      } else {
        readSign((char) codePoint);
      }
    }
    tokens.add(new Token(TokenKind.END, "", new Span(at, at)));
    return new Result(tokens, problems);
  }

  private void readName() {
    int start = at;
    skipWhile(Names::isPart);
    add(TokenKind.NAME, text.substring(start, at), start);
  }

  private void readNumber() {
    int start = at;
    TokenKind kind = TokenKind.INTEGER;
    skipDigits();
    if (is(".") && !(at + 1 < text.length() && Names.isStart(text.codePointAt(at + 1)))) {
      kind = TokenKind.DECIMAL;
      at++;
      skipDigits();
    }
    int exponent = exponentEnd();
    if (exponent > at) {
      kind = TokenKind.FLOAT;
      at = exponent;
    }
    String number = text.substring(start, at);
    if (at < text.length() && Names.isPart(text.codePointAt(at))) {
      skipWhile(Names::isPart);
      String word = text.substring(start, at);
      add(TokenKind.QUOTED_NAME, word, start);
      report(start, "A name cannot begin with a digit.", "Write \"" + word + "\".");
      return;
    }
    add(kind, number, start);
  }

  /** Where an exponent that begins here ends; here, if none does. */
  private int exponentEnd() {
    if (!is("e") && !is("E")) {
      return at;
    }
    int digits = at + 1;
    if (text.startsWith("+", digits) || text.startsWith("-", digits)) {
      digits++;
    }
    int end = digits;
    while (isDigit(end)) {
      end++;
    }
    return end > digits ? end : at;
  }

  private void readSign(char sign) {
    if (is("--")) {
      readComment("\n");
    } else if (is("/*")) {
      readComment("*/");
    } else if (sign == '\'') {
      readQuoted(TokenKind.STRING, '\'', "The text that begins here does not end.");
    } else if (sign == '"') {
      readQuoted(TokenKind.QUOTED_NAME, '"', "The name that begins here does not end.");
    } else if (sign == ':' && !is("::")) {
      readParameter();
    } else if (is("{{")) {
      readForeignVariable();
    } else if (FOREIGN_NAME_QUOTES.containsKey(sign)) {
      readForeignQuotes(sign, TokenKind.QUOTED_NAME);
    } else if (FOREIGN_TEXT_QUOTES.containsKey(sign)) {
      readForeignQuotes(sign, TokenKind.STRING);
    } else {
      readSymbol(sign);
    }
  }

  private void readComment(String end) {
    int start = at;
    int found = text.indexOf(end, at + 2);
    if (found < 0 && end.equals("*/")) {
      report(start, start + 2, "The comment that begins here does not end.", "Write */ after it.");
    }
    at = found < 0 ? text.length() : found + end.length();
    add(TokenKind.COMMENT, text.substring(start, at), start);
  }

  private void readQuoted(TokenKind kind, char quote, String unfinished) {
    int start = at;
    var value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at);
      at++;
      if (next != quote) {
        value.append(next);
      } else if (at < text.length() && text.charAt(at) == quote) {
        value.append(quote);
        at++;
      } else {
        finishQuoted(kind, value.toString(), start);
        return;
      }
    }
    add(kind, value.toString(), start);
    report(start, start + 1, unfinished, "Write " + quote + " where it ends.");
  }

  private void finishQuoted(TokenKind kind, String value, int start) {
    add(kind, value, start);
    if (kind == TokenKind.QUOTED_NAME && value.isEmpty()) {
      report(start, "A name cannot be empty.", "Text is written in single quotes: ''.");
    }
  }

  private void readParameter() {
    int start = at;
    at++;
    if (at < text.length() && Names.isPart(text.codePointAt(at))) {
      skipWhile(Names::isPart);
      add(TokenKind.PARAMETER, text.substring(start + 1, at), start);
    } else {
      add(TokenKind.UNKNOWN, ":", start);
      report(start, "A variable needs a name.", "Write :name.");
    }
  }

  private void readForeignVariable() {
    int start = at;
    int end = text.indexOf("}}", at);
    String name = (end < 0 ? "" : text.substring(at + 2, end)).strip();
    at = end < 0 ? at + 2 : end + 2;
    boolean named = !name.isEmpty() && name.codePoints().allMatch(Names::isPart);
    add(named ? TokenKind.PARAMETER : TokenKind.UNKNOWN, named ? name : "{{", start);
    report(
        start,
        "Braces stand for variables in paths only.",
        "Write :" + (named ? name : "name") + ".");
  }

  private void readForeignQuotes(char open, TokenKind kind) {
    boolean isName = kind == TokenKind.QUOTED_NAME;
    char close = (isName ? FOREIGN_NAME_QUOTES : FOREIGN_TEXT_QUOTES).getOrDefault(open, open);
    int start = at;
    int end = text.indexOf(close, at + 1);
    if (end <= start + 1) {
      readUnknown();
      return;
    }
    at = end + 1;
    String value = text.substring(start + 1, end);
    add(kind, value, start);
    String fix =
        isName
            ? "Names are written in double quotes: \"" + value + "\"."
            : "Text is written in single quotes: '" + value.replace("'", "''") + "'.";
    report(start, "These quotes mean nothing here.", fix);
  }

  private void readSymbol(char sign) {
    for (ForeignSign foreign : ForeignSign.ALL) {
      if (is(foreign.written())) {
        int start = at;
        at += foreign.written().length();
        add(foreign.kind(), foreign.meant(), start);
        report(start, foreign.message(), foreign.fix());
        return;
      }
    }
    for (String pair : List.of("<>", "<=", ">=", "||", "::")) {
      if (is(pair)) {
        at += 2;
        add(TokenKind.SYMBOL, pair, at - 2);
        return;
      }
    }
    if (is("!=")) {
      at += 2;
      add(TokenKind.SYMBOL, "<>", at - 2);
    } else if (SINGLE_SYMBOLS.indexOf(sign) >= 0) {
      at++;
      add(TokenKind.SYMBOL, String.valueOf(sign), at - 1);
    } else {
      readUnknown();
    }
  }

  private void readUnknown() {
    int start = at;
    at += Character.charCount(text.codePointAt(at));
    String sign = text.substring(start, at);
    add(TokenKind.UNKNOWN, sign, start);
    report(start, "The sign " + sign + " means nothing here.", "Remove it.");
  }

  private void add(TokenKind kind, String value, int start) {
    tokens.add(new Token(kind, value, new Span(start, at)));
  }

  private void report(int start, String message, String fix) {
    report(start, at, message, fix);
  }

  private void report(int start, int end, String message, String fix) {
    problems.add(new SyntaxProblem(new Span(start, end), message, fix));
  }

  private boolean is(String sign) {
    return text.startsWith(sign, at);
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void skipDigits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private void skipWhile(IntPredicate belongs) {
    while (at < text.length() && belongs.test(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }
}
