package io.qarion.plugins.rows;

import io.qarion.core.expression.OrderTerm;
import java.util.List;

/** What rows are ordered by, first among others. */
public record OrderKey(TypedEvaluation value, boolean descending, boolean nullsFirst) {

  /** The terms of an order. */
  public static List<OrderKey> of(List<OrderTerm> terms, RowScope scope) {
    return terms.stream()
        .map(term -> of(term, ExpressionEvaluator.typed(term.expression(), scope)))
        .toList();
  }

  static OrderKey of(OrderTerm term, TypedEvaluation value) {
    return new OrderKey(value, term.descending(), term.nullsFirst());
  }
}
