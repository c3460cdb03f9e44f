package io.qarion.core.expression;

import java.util.List;

/**
 * An expression as written and as read; two are equal if their texts are.
 *
 * @param tree never missing: what could not be read is {@link Expression.Malformed}
 * @param problems in the order of the text; empty if all of it could be read
 */
public record Formula(String text, Expression tree, List<SyntaxProblem> problems) {

  public Formula {
    problems = List.copyOf(problems);
  }

  /** Reads an expression; never fails, whatever the text. */
  public static Formula parse(String text) {
    return ExpressionParser.parse(text);
  }

  public boolean isReadable() {
    return problems.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Formula formula && text.equals(formula.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
