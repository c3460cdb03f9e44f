package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.JoinRows;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.RowScope;
import java.util.List;
import java.util.Map;

/** Finds, for a row of the input, those of the other source that belong to it, in their order. */
@FunctionalInterface
interface JoinMatches {

  /** Adds the rows of the other source to those found before. */
  void add(int row, RowNumbers found);

  /** Whether there is any. */
  default boolean has(int row) {
    var found = new RowNumbers();
    add(row, found);
    return found.size() > 0;
  }

  /** What a rule asks for. */
  static JoinMatches of(Steps steps, Relation input, Relation other, JoinRows rule) {
    return switch (rule.match()) {
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) -> onPairs(input, other, pairs);
      case JoinRows.OnCondition(Formula condition) ->
          onCondition(steps, input, other, rule, condition);
      case JoinRows.Always _ -> (_, found) -> steps.each(other.size(), found::add);
    };
  }

  private static JoinMatches onPairs(Relation input, Relation other, List<JoinRows.Pair> pairs) {
    Keys.Pair keys =
        Keys.Pair.of(
            input.columns(pairs.stream().map(JoinRows.Pair::left).toList()),
            input.size(),
            other.columns(pairs.stream().map(JoinRows.Pair::right).toList()),
            other.size());
    return new KeyMatches(keys, other.size());
  }

  private static JoinMatches onCondition(
      Steps steps, Relation input, Relation other, JoinRows rule, Formula condition) {
    var scope =
        new RowScope(
            List.of(
                new RowScope.Table("", input.schema(), 0),
                new RowScope.Table(rule.with(), other.schema(), input.columns().size())),
            steps.parameters(),
            Map.of());
    Evaluation holds = ExpressionEvaluator.of(condition.tree(), scope);
    var both = new PairRow(input.columns(), other.columns());
    return (row, found) ->
        steps.each(
            other.size(),
            candidate -> {
              if (holds.isTrue(both.at(row, candidate))) {
                found.add(candidate);
              }
            });
  }
}
