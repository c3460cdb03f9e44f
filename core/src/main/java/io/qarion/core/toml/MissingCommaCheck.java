package io.qarion.core.toml;

import io.qarion.core.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds keys of an inline table that no comma parts: a shape that Qarion ETL's manual shows. */
final class MissingCommaCheck {

  /** A bracket or brace that is not closed yet, with what is wrong inside if it ever is. */
  private record Opened(String sign, List<Problem> problems) {}

  private final SourceText source;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Opened> open = new ArrayDeque<>();

  /** Whether the innermost braces hold a finished value that no comma follows yet. */
  private boolean valueEnded;

  private boolean afterEquals;

  private MissingCommaCheck(SourceText source) {
    this.source = source;
  }

  static List<Problem> check(SourceText source) {
    var check = new MissingCommaCheck(source);
    List<Lexer.Token> tokens = Lexer.tokens(source.text());
    for (int i = 0; i < tokens.size(); i++) {
      boolean key = i + 1 < tokens.size() && tokens.get(i + 1).is("=");
      check.take(tokens.get(i), key);
    }
    check.problems.sort(
        Comparator.comparingInt((Problem p) -> p.place().line())
            .thenComparingInt(p -> p.place().column()));
    return check.problems;
  }

  private void take(Lexer.Token token, boolean key) {
    switch (token.kind()) {
      case SIGN -> sign(token.text());
      case STRING, WORD -> word(token, key);
    }
  }

  private void sign(String sign) {
    switch (sign) {
      case "[", "{" -> {
        open.push(new Opened(sign, new ArrayList<>()));
        valueEnded = false;
        afterEquals = false;
      }
      case "]", "}" -> {
        close(sign.equals("]") ? "[" : "{");
        valueEnded = true;
      }
      case "=" -> afterEquals = true;
      default -> valueEnded = false;
    }
  }

  /** Braces that never close are another mistake, which the parser explains. */
  private void close(String opening) {
    Opened closed = open.poll();
    if (closed != null && closed.sign().equals(opening)) {
      problems.addAll(closed.problems());
    }
  }

  private void word(Lexer.Token token, boolean key) {
    if (afterEquals) {
      afterEquals = false;
      valueEnded = true;
      return;
    }
    Opened innermost = open.peek();
    boolean inBraces = innermost != null && innermost.sign().equals("{");
    if (innermost != null && inBraces && valueEnded && key) {
      innermost.problems().add(problem(token));
    }
    valueEnded = !inBraces;
  }

  private Problem problem(Lexer.Token key) {
    return Problem.error(
        "toml.comma",
        source.place(key.span().start()),
        "No comma stands before the key " + key.text() + " of this inline table.",
        "Write a comma behind the value before it: { a = 1, " + key.text() + " = ... }.");
  }
}
