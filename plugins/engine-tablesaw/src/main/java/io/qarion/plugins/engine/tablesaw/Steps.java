package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.OrderKey;
import io.qarion.plugins.rows.RowComparator;
import io.qarion.plugins.rows.RowScope;
import io.qarion.plugins.rows.TypedEvaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** What the operations of one query have in common: its sources, parameters and limits. */
final class Steps {

  private final Map<String, Relation> sources;
  private final Map<String, Object> parameters;
  private final RuleScope scope;
  private final Cancellation cancellation;
  private final MemoryLimit limit;

  Steps(
      Map<String, Relation> sources,
      Map<String, Object> parameters,
      Cancellation cancellation,
      MemoryLimit limit) {
    this.sources = sources;
    this.parameters = parameters;
    this.cancellation = cancellation;
    this.limit = limit;
    var traced = new LinkedHashMap<String, TracedSchema>();
    sources.forEach((alias, relation) -> traced.put(alias, relation.traced()));
    this.scope = RuleScope.silent(traced, ParameterTypes.of(parameters));
  }

  Relation source(String alias) {
    return Objects.requireNonNull(sources.get(alias), () -> "rule names the unknown " + alias);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** The columns after a rule. */
  TracedSchema output(TransformationRule rule, Relation input) {
    return rule.output(input.traced(), scope);
  }

  RowScope scopeOf(Relation input) {
    return RowScope.of(input.schema(), parameters);
  }

  Evaluation compiled(Formula formula, Relation input) {
    return ExpressionEvaluator.of(formula.tree(), scopeOf(input));
  }

  TypedEvaluation typed(Formula formula, Relation input) {
    return ExpressionEvaluator.typed(formula.tree(), scopeOf(input));
  }

  /** Gives the number of each row to an operation, which stops where that is asked for. */
  void each(int size, IntConsumer work) {
    for (int row = 0; row < size; row++) {
      if ((row & 0xfff) == 0) {
        cancellation.throwIfRequested();
      }
      work.accept(row);
    }
  }

  /** The values of an expression over all rows; a column that is there already is shared. */
  Cells computed(TypedEvaluation expression, List<Cells> columns, int size) {
    return expression.place().isPresent()
        ? columns.get(expression.place().getAsInt())
        : computed(expression.value(), expression.type(), columns, size);
  }

  /** The values of an expression over all rows, in their order. */
  Cells computed(Evaluation value, DataType type, List<Cells> columns, int size) {
    CellsBuilder builder = CellsBuilder.of(type, size);
    var rows = new CellsRow(columns);
    each(size, row -> builder.add(value.of(rows.at(row))));
    return builder.build();
  }

  /** The rows for which a condition is true. */
  int[] where(Evaluation condition, Relation input) {
    var rows = new CellsRow(input.columns());
    var found = new RowNumbers();
    each(
        input.size(),
        row -> {
          if (condition.isTrue(rows.at(row))) {
            found.add(row);
          }
        });
    return found.toArray();
  }

  /** The room for rows of a schema. */
  RowRoom room(Schema schema) {
    cancellation.throwIfRequested();
    return limit.of(schema);
  }

  /** Rows in an order, and where that leaves ties, by all columns. */
  RowComparator order(List<OrderTerm> terms, Relation input) {
    List<ColumnOrder> wanted =
        orders(OrderKey.of(terms, scopeOf(input)), input.columns(), input.size());
    return ColumnOrder.of(
        Stream.concat(wanted.stream(), ColumnOrder.ascending(input.columns())).toList());
  }

  /** What rows are ordered by, computed once. */
  List<ColumnOrder> orders(List<OrderKey> keys, List<Cells> columns, int size) {
    return keys.stream()
        .map(key ->
            new ColumnOrder(
                computed(key.value(), columns, size), key.descending(), key.nullsFirst()))
        .toList();
  }
}
