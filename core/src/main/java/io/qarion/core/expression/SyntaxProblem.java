package io.qarion.core.expression;

import io.qarion.core.problem.Span;

/**
 * Something in the text of an expression that could not be read.
 *
 * @param fix what to write; empty if nothing can be said
 */
public record SyntaxProblem(Span span, String message, String fix) {}
