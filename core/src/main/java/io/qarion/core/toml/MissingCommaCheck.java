package io.qarion.core.toml;

import io.qarion.core.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds keys of an inline table that no comma parts: a shape that Qarion ETL's manual shows. */
final class MissingCommaCheck {

  private final SourceText source;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();

  /** Whether the innermost braces hold a finished value that no comma follows yet. */
  private boolean valueEnded;

  private boolean afterEquals;

  private MissingCommaCheck(SourceText source) {
    this.source = source;
  }

  static List<Problem> check(SourceText source) {
    var check = new MissingCommaCheck(source);
    List<Lexer.Token> tokens =
        Lexer.tokens(source.text()).stream().filter(t -> t.kind() != Lexer.Kind.LINE_END).toList();
    for (int i = 0; i < tokens.size(); i++) {
      boolean key = i + 1 < tokens.size() && tokens.get(i + 1).is("=");
      check.take(tokens.get(i), key);
    }
    return check.problems;
  }

  private void take(Lexer.Token token, boolean key) {
    switch (token.kind()) {
      case SIGN -> sign(token.text());
      case STRING, WORD -> word(token, key);
      case LINE_END -> valueEnded = false;
    }
  }

  private void sign(String sign) {
    switch (sign) {
      case "[", "{" -> {
        open.push(sign);
        valueEnded = false;
        afterEquals = false;
      }
      case "]", "}" -> {
        open.poll();
        valueEnded = true;
      }
      case "=" -> afterEquals = true;
      default -> valueEnded = false;
    }
  }

  private void word(Lexer.Token token, boolean key) {
    if (afterEquals) {
      afterEquals = false;
      valueEnded = true;
      return;
    }
    boolean inBraces = "{".equals(open.peek());
    if (inBraces && valueEnded && key) {
      problems.add(
          Problem.error(
              "toml.comma",
              source.place(token.span().start()),
              "No comma stands before the key " + token.text() + " of this inline table.",
              "Write a comma behind the value before it: { a = 1, " + token.text() + " = ... }."));
    }
    valueEnded = !inBraces;
  }
}
