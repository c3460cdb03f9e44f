package io.qarion.app.designer.preview;

import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How rows are looked at; nothing of it is kept in the flow.
 *
 * @param filters conditions that all hold, as expressions
 * @param order most important first
 */
public record View(List<String> filters, List<SortKey> order) {

  public static final View PLAIN = new View(List.of(), List.of());

  public View {
    filters = List.copyOf(filters);
    order = List.copyOf(order);
  }

  View withFilters(List<String> newFilters) {
    return new View(newFilters, order);
  }

  View withOrder(List<SortKey> newOrder) {
    return new View(filters, newOrder);
  }

  /** How a column takes part in the order. */
  Optional<SortKey> key(String column) {
    return order.stream().filter(each -> each.column().equals(column)).findFirst();
  }

  /** The rules that decide which rows there are. */
  List<TransformationRule> filterRules() {
    return filters.stream()
        .<TransformationRule>map(text -> new FilterRows(Formula.parse(text)))
        .toList();
  }

  /** All rules, for the engine. */
  List<TransformationRule> rules() {
    var rules = new ArrayList<>(filterRules());
    if (!order.isEmpty()) {
      String keys =
          order.stream()
              .map(key -> Names.quoted(key.column()) + (key.descending() ? " desc" : ""))
              .collect(Collectors.joining(", "));
      rules.add(new SortRows(ExpressionParser.parseOrderTerms(keys).terms()));
    }
    return rules;
  }
}
