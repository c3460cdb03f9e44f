package io.qarion.core.expression;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens still to be read, and the problems found on the way. */
final class TokenStream {

  /** Levels of an expression; over this, reading or walking it could exhaust the stack. */
  static final int MAX_DEPTH = 500;

  static final String TOO_DEEP = "This expression is more than 500 levels deep.";
  static final String SPLIT = "Split it into several columns, or use IN (..) for a long OR.";

  private final List<Token> tokens;
  private final List<SyntaxProblem> problems;
  private final Set<Integer> reported = new HashSet<>();
  private int next;
  private int lastEnd;
  private int depth;
  private boolean stopped;

  TokenStream(String text) {
    Tokenizer.Result read = Tokenizer.read(text);
    tokens =
        read.tokens().stream()
            .filter(token -> token.kind() != TokenKind.COMMENT && token.kind() != TokenKind.UNKNOWN)
            .toList();
    problems = new ArrayList<>(read.problems());
    problems.forEach(problem -> reported.add(problem.span().start()));
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token after {@link #peek()}. */
  Token second() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  /** Consumes a token; the end stays. */
  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != TokenKind.END) {
      next++;
      lastEnd = token.span().end();
    }
    return token;
  }

  boolean atEnd() {
    return peek().kind() == TokenKind.END;
  }

  boolean takeSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    if (found) {
      take();
    }
    return found;
  }

  boolean takeWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      take();
    }
    return found;
  }

  /** Consumes the symbol, or says that it is missing. */
  void expectSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      report(peek().span(), symbol + " is missing before " + peek().shown() + ".", "Write it.");
    }
  }

  /** Consumes the word, or says that it is missing. */
  boolean expectWord(String word) {
    boolean found = takeWord(word);
    if (!found) {
      String shown = word.toUpperCase(Locale.ROOT);
      report(peek().span(), shown + " is missing before " + peek().shown() + ".", "Write it.");
    }
    return found;
  }

  /** From {@code start} to the end of the last token taken. */
  Span since(int start) {
    return new Span(Math.min(start, lastEnd), lastEnd);
  }

  /** Stands for a value that is not there. */
  Expression nothing() {
    return new Expression.Malformed(new Span(lastEnd, lastEnd));
  }

  /** One problem a place: what follows from a first one helps nobody. */
  void report(Span span, String message, String fix) {
    if (!stopped && reported.add(span.start())) {
      problems.add(new SyntaxProblem(span, message, fix));
    }
  }

  /** Goes a level down; false, with a problem and nothing left to read, if that is too deep. */
  boolean enter() {
    if (depth == MAX_DEPTH) {
      report(peek().span(), TOO_DEEP, SPLIT);
      stop();
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Skips to the next comma or closing parenthesis of this level. */
  void skipToSeparator() {
    skip(true);
  }

  /** Skips to the closing parenthesis of this level. */
  void skipToClosing() {
    skip(false);
  }

  private void skip(boolean stopAtComma) {
    int open = 0;
    while (!atEnd()) {
      boolean stop = peek().isSymbol(")") || (stopAtComma && peek().isSymbol(","));
      if (open == 0 && stop) {
        return;
      }
      if (peek().isSymbol("(")) {
        open++;
      } else if (peek().isSymbol(")")) {
        open--;
      }
      take();
    }
  }

  List<SyntaxProblem> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.span().start()))
        .toList();
  }

  private void stop() {
    next = tokens.size() - 1;
    lastEnd = peek().span().end();
    // What was skipped was not looked at, so nothing can be said to be missing.
    stopped = true;
  }
}
