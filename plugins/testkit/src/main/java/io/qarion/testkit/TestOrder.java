package io.qarion.testkit;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import java.util.List;

/** Orders for tests, in few words. */
final class TestOrder {

  private TestOrder() {}

  static List<OrderTerm> by(String expression) {
    return List.of(term(expression, false, false));
  }

  static List<OrderTerm> descending(String expression) {
    return List.of(term(expression, true, false));
  }

  static OrderTerm term(String expression, boolean descending, boolean nullsFirst) {
    return new OrderTerm(Formula.parse(expression).tree(), descending, nullsFirst);
  }
}
