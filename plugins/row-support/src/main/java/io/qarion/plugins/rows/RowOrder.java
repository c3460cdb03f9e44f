package io.qarion.plugins.rows;

import io.qarion.core.expression.OrderTerm;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows by several keys. */
public final class RowOrder {

  private RowOrder() {}

  /** Rows by the terms of an order. */
  public static Comparator<@Nullable Object[]> of(List<OrderTerm> terms, RowScope scope) {
    return terms.stream()
        .map(term ->
            by(
                ExpressionEvaluator.of(term.expression(), scope),
                term.descending(),
                term.nullsFirst()))
        .reduce(Comparator::thenComparing)
        .orElse((_, _) -> 0);
  }

  /** Rows by all their cells, NULL last. */
  public static Comparator<@Nullable Object[]> ofAll(int columns) {
    return (left, right) -> {
      int order = 0;
      for (int i = 0; i < columns && order == 0; i++) {
        order = compared(left[i], right[i], false, false);
      }
      return order;
    };
  }

  static Comparator<@Nullable Object[]> by(Evaluation key, boolean descending, boolean nullsFirst) {
    return (left, right) -> compared(key.of(left), key.of(right), descending, nullsFirst);
  }

  private static int compared(
      @Nullable Object left, @Nullable Object right, boolean descending, boolean nullsFirst) {
    if (left == null || right == null) {
      int order = Boolean.compare(left == null, right == null);
      return nullsFirst ? -order : order;
    }
    int order = ValueOrder.compare(left, right);
    return descending ? -order : order;
  }
}
