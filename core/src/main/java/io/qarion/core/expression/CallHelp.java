package io.qarion.core.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The call of a function that a caret stands in.
 *
 * @param ways to call it
 * @param argument which one the caret is at, the first being 0
 */
public record CallHelp(List<FunctionDefinition> ways, int argument) {

  public CallHelp {
    ways = List.copyOf(ways);
  }

  /** The innermost call around the caret whose function is known. */
  public static Optional<CallHelp> at(String text, int caret) {
    Deque<Open> open = new ArrayDeque<>();
    var before = new ArrayList<Token>();
    for (Token token : Tokenizer.read(text).tokens()) {
      if (token.kind() == TokenKind.END || token.span().start() >= caret) {
        break;
      }
      if (token.isSymbol("(")) {
        open.push(new Open(before.isEmpty() ? "" : name(before.getLast()), 0));
      } else if (token.isSymbol(")") && !open.isEmpty()) {
        open.pop();
      } else if (token.isSymbol(",") && !open.isEmpty()) {
        Open call = open.pop();
        open.push(new Open(call.function(), call.arguments() + 1));
      }
      before.add(token);
    }
    return open.stream()
        .map(call ->
            new CallHelp(FunctionCatalog.standard().find(call.function()), call.arguments()))
        .filter(call -> !call.ways().isEmpty())
        .findFirst();
  }

  /**
   * A parenthesis that is not closed yet.
   *
   * @param function before it; empty if there is none
   * @param arguments commas so far
   */
  private record Open(String function, int arguments) {}

  private static String name(Token token) {
    return token.kind() == TokenKind.NAME ? token.text() : "";
  }
}
