package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import io.qarion.plugins.rows.AggregateCall;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.GroupedExpressions;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.ScalarFunctions;
import io.qarion.plugins.rows.WindowCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that look at groups of rows. */
final class GroupOperations {

  private final Steps steps;

  GroupOperations(Steps steps) {
    this.steps = steps;
  }

  Relation aggregate(Relation input, AggregateRows rule) {
    List<Expression> measures = rule.measures().values().stream().map(Formula::tree).toList();
    return grouped(input, rule.groupBy(), measures, steps.output(rule, input));
  }

  Relation pivot(Relation input, PivotRows rule) {
    List<Expression> measures = rule.values().stream().map(rule::measureOf).toList();
    return grouped(input, rule.rows(), measures, steps.output(rule, input));
  }

  private Relation grouped(
      Relation input, List<String> by, List<Expression> measures, TracedSchema output) {
    int columns = input.names().size();
    var expressions = new GroupedExpressions(measures, steps.scopeOf(input), columns);
    List<AggregateCall> calls = expressions.aggregates();
    Map<RowKey, Group> groups = new LinkedHashMap<>();
    int[] places = input.places(by);
    if (by.isEmpty()) {
      groups.put(
          RowKey.of(new @Nullable Object[0]), new Group(new @Nullable Object[columns], calls));
    }
    steps.each(
        input.rows(),
        row -> groups.computeIfAbsent(RowKey.of(row, places), _ -> new Group(row, calls)).add(row));
    List<Evaluation> values = expressions.evaluations();
    var rows = new ArrayList<@Nullable Object[]>();
    for (Group group : groups.values()) {
      @Nullable Object[] first = Arrays.copyOf(group.first, expressions.width());
      for (int i = 0; i < calls.size(); i++) {
        first[columns + i] = group.calls.get(i).result();
      }
      var result = new @Nullable Object[places.length + values.size()];
      for (int i = 0; i < places.length; i++) {
        result[i] = first[places[i]];
      }
      for (int i = 0; i < values.size(); i++) {
        result[places.length + i] = values.get(i).of(first);
      }
      rows.add(result);
    }
    return new Relation(output, rows, false);
  }

  Relation window(Relation input, WindowColumns rule) {
    List<String> names = List.copyOf(rule.columns().keySet());
    List<Expression> trees = List.copyOf(rule.expressions(input.names()).values());
    int columns = input.names().size();
    var expressions = new GroupedExpressions(trees, steps.scopeOf(input), columns);
    List<@Nullable Object[]> wide =
        steps.mapped(input.rows(), row -> Arrays.copyOf(row, expressions.width()));
    List<WindowCall> calls = expressions.windows();
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).compute(wide, columns + i);
    }
    List<Evaluation> values = expressions.evaluations();
    TracedSchema output = steps.output(rule, input);
    List<Evaluation> cells =
        output.names().stream()
            .map(name -> {
              int place = input.names().indexOf(name);
              int computed = names.indexOf(name);
              return computed >= 0 ? values.get(computed) : (Evaluation) row -> row[place];
            })
            .toList();
    return new Relation(
        output,
        steps.mapped(wide, row -> cells.stream().map(cell -> cell.of(row)).toArray()),
        input.ordered());
  }

  Relation unpivot(Relation input, UnpivotColumns rule) {
    TracedSchema output = steps.output(rule, input);
    DataType type = output.schema().find(rule.valueTo()).map(Column::type).orElseThrow();
    int[] kept =
        input.places(
            input.names().stream().filter(name -> !rule.columns().contains(name)).toList());
    int[] turned = input.places(rule.columns());
    steps.checkRoom((long) input.rows().size() * turned.length, output.columns().size());
    var rows = new ArrayList<@Nullable Object[]>();
    steps.each(
        input.rows(),
        row -> {
          for (int i = 0; i < turned.length; i++) {
            var result = new @Nullable Object[kept.length + 2];
            for (int j = 0; j < kept.length; j++) {
              result[j] = row[kept[j]];
            }
            DataType from = input.schema().columns().get(turned[i]).type();
            result[kept.length] = rule.columns().get(i);
            result[kept.length + 1] = ScalarFunctions.cast(from, type, false).apply(row[turned[i]]);
            rows.add(result);
          }
        });
    return new Relation(output, rows, false);
  }

  /** The rows of one group so far. */
  private static final class Group {

    private final @Nullable Object[] first;
    private final List<AggregateCall.Group> calls;

    Group(@Nullable Object[] first, List<AggregateCall> calls) {
      this.first = first;
      this.calls = calls.stream().map(AggregateCall::group).toList();
    }

    void add(@Nullable Object[] row) {
      calls.forEach(call -> call.add(row));
    }
  }
}
