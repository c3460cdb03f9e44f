package io.qarion.core.expression;

import io.qarion.core.problem.Span;

/**
 * Something in an expression that can be read but has no meaning.
 *
 * @param code stable name such as {@code column.unknown}
 * @param fix what to write; empty if nothing can be said
 */
public record TypeProblem(Span span, String code, String message, String fix) {}
