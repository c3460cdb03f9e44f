package io.qarion.core.expression;

/**
 * One key of an order.
 *
 * @param nullsFirst NULL comes last, both ways, unless this is set
 */
public record OrderTerm(Expression expression, boolean descending, boolean nullsFirst) {}
