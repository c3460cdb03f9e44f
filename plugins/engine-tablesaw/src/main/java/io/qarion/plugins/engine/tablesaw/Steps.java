package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.RowOrder;
import io.qarion.plugins.rows.RowScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

  /** Gives each row to an operation, which stops where that is asked for. */
  void each(List<@Nullable Object[]> rows, Consumer<@Nullable Object[]> work) {
    int seen = 0;
    for (@Nullable Object[] row : rows) {
      if ((++seen & 0xfff) == 0) {
        cancellation.throwIfRequested();
      }
      work.accept(row);
    }
  }

  /** A row for each row. */
  List<@Nullable Object[]> mapped(
      List<@Nullable Object[]> rows, UnaryOperator<@Nullable Object[]> change) {
    var result = new ArrayList<@Nullable Object[]>(rows.size());
    each(rows, row -> result.add(change.apply(row)));
    return result;
  }

  /** Refuses more rows than there is room for. */
  void checkRoom(long rows, int columns) {
    cancellation.throwIfRequested();
    limit.check(rows, columns);
  }

  /** Rows in an order, and where that leaves ties, by all columns. */
  Comparator<@Nullable Object[]> order(List<OrderTerm> terms, Relation input) {
    return RowOrder.of(terms, scopeOf(input))
        .thenComparing(RowOrder.ofAll(input.traced().columns().size()));
  }
}
