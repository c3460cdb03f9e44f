package io.qarion.core.expression;

import io.qarion.core.problem.QuickFix.ReplacePart;
import io.qarion.core.problem.Span;
import java.util.List;

/**
 * Something in an expression that can be read but has no meaning.
 *
 * @param code stable name such as {@code column.unknown}
 * @param fix what to write; empty if nothing can be said
 * @param quickFixes what can be written instead; which element it stands in, the expression does
 *     not know
 */
public record TypeProblem(
    Span span, String code, String message, String fix, List<ReplacePart> quickFixes) {

  public TypeProblem {
    quickFixes = List.copyOf(quickFixes);
  }
}
