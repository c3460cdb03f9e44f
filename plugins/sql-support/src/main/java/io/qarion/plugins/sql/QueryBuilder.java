package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects the named SELECTs of one statement, and knows how names and values are written. */
final class QueryBuilder {

  /** Carries the order of a sort through steps that keep it. */
  static final String ORDER_COLUMN = "xt_order";

  private final SqlDialect dialect;
  private final RenderContext context;
  private final RuleScope scope;
  private final Map<String, Stage> sources = new LinkedHashMap<>();
  private final Map<String, String> selects = new LinkedHashMap<>();

  QueryBuilder(SqlDialect dialect, RenderContext context, RuleScope scope) {
    this.dialect = dialect;
    this.context = context;
    this.scope = scope;
  }

  SqlDialect dialect() {
    return dialect;
  }

  RenderContext context() {
    return context;
  }

  /** Adds a source under the name that rules call it by. */
  Stage source(String alias, String select, TracedSchema schema, boolean isTable) {
    Stage rows = add(alias, select, schema, Optional.empty());
    var stage = new Stage(rows.name(), schema, Optional.empty(), isTable);
    sources.put(alias, stage);
    return stage;
  }

  Stage source(String alias) {
    Stage stage = sources.get(alias);
    if (stage == null) {
      throw new IllegalStateException("rule names the unknown source " + alias);
    }
    return stage;
  }

  /** The columns after a rule. */
  TracedSchema output(TransformationRule rule, Stage input) {
    return rule.output(input.traced(), scope);
  }

  /** Adds a step that gives its rows no order. */
  Stage step(String title, String select, TracedSchema schema) {
    return add(title, select, schema, Optional.empty());
  }

  /** Adds a step that keeps the order of the one before. */
  Stage orderedStep(String title, Stage input, String select, TracedSchema schema) {
    return add(title, select, schema, input.order());
  }

  Stage add(String title, String select, TracedSchema schema, Optional<String> order) {
    String name = title;
    for (int i = 2; isTaken(name); i++) {
      name = title + "_" + i;
    }
    selects.put(name, select);
    return new Stage(dialect.name(name), schema, order, false);
  }

  /** Engines take names that differ in case only for the same. */
  private boolean isTaken(String name) {
    return selects.keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The whole statement: the named SELECTs and a last one. */
  String statement(String last) {
    String with =
        selects.entrySet().stream()
            .map(entry ->
                dialect.name(entry.getKey())
                    + " AS (\n"
                    + SqlFragment.indented(entry.getValue())
                    + "\n)")
            .collect(Collectors.joining(",\n"));
    return "WITH " + with + "\n" + last;
  }

  String name(String column) {
    return dialect.name(column);
  }

  String names(Collection<String> columns) {
    return columns.stream().map(dialect::name).collect(Collectors.joining(", "));
  }

  /** The columns of a stage, its hidden order with them. */
  List<String> columnsWithOrder(Stage stage) {
    var all = new ArrayList<>(stage.traced().names());
    stage.order().ifPresent(all::add);
    return all;
  }

  String expression(Formula formula, Stage input) {
    return dialect.expression(formula.tree(), scopeOf(input));
  }

  ExpressionScope scopeOf(Stage input) {
    return ExpressionScope.of(input.schema(), context.parameters());
  }

  /** Keys of an order, followed by all columns of the input so that no tie is left. */
  String orderBy(List<OrderTerm> terms, Stage input) {
    return orderBy(terms, input, false);
  }

  String orderBy(List<OrderTerm> terms, Stage input, boolean reversed) {
    var keys = new ArrayList<String>();
    for (OrderTerm term : terms) {
      boolean descending = term.descending() != reversed;
      boolean nullsFirst = term.nullsFirst() != reversed;
      keys.add(key(dialect.orderKey(term.expression(), scopeOf(input)), descending, nullsFirst));
    }
    for (String column : input.traced().names()) {
      String value = dialect.ordered(dialect.name(column), typeOf(input, column));
      keys.add(key(value, reversed, reversed));
    }
    return String.join(", ", keys);
  }

  DataType typeOf(Stage input, String column) {
    return input.schema().find(column).map(Column::type).orElse(PlainType.STRING);
  }

  private static String key(String sql, boolean descending, boolean nullsFirst) {
    return sql + (descending ? " DESC" : " ASC") + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
  }
}
