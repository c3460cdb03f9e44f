package io.qarion.core.expression;

import java.util.ArrayDeque;
import java.util.Optional;

/** Keeps trees shallow enough for code that walks them by calling itself. */
final class TreeDepth {

  private record Visit(Expression node, int level) {}

  private TreeDepth() {}

  /** A long chain such as {@code a + a + ..} is read in a loop, and so can be deeper than that. */
  static Optional<SyntaxProblem> problem(Expression tree) {
    var open = new ArrayDeque<Visit>();
    open.add(new Visit(tree, 1));
    while (!open.isEmpty()) {
      Visit visit = open.removeLast();
      if (visit.level > TokenStream.MAX_DEPTH) {
        return Optional.of(
            new SyntaxProblem(visit.node.span(), TokenStream.TOO_DEEP, TokenStream.SPLIT));
      }
      for (Expression child : ExpressionTree.children(visit.node)) {
        open.add(new Visit(child, visit.level + 1));
      }
    }
    return Optional.empty();
  }
}
