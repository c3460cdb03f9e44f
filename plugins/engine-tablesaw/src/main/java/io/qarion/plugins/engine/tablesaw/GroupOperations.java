package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.plugins.rows.AggregateCall;
import io.qarion.plugins.rows.GroupedExpressions;
import io.qarion.plugins.rows.TypedEvaluation;
import java.util.ArrayList;
import java.util.List;

/** Operations that make other rows of groups of rows, or several of one. */
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
    var expressions =
        new GroupedExpressions(measures, steps.scopeOf(input), input.columns().size());
    var groups = new Groups(new Keys(input.columns(by)), input.size());
    boolean isOneOfNothing = by.isEmpty() && input.size() == 0;
    int[] firsts = isOneOfNothing ? new int[] {RowNumbers.NONE} : groups.firsts();
    var members = new GroupedRows(groups, firsts.length);
    Relation first = input.picked(firsts);
    List<Cells> wide =
        first.and(
            expressions.aggregates().stream()
                .map(call -> aggregated(input, members, call))
                .toList());
    var columns = new ArrayList<>(first.columns(by));
    for (TypedEvaluation value : expressions.evaluations()) {
      columns.add(steps.computed(value, wide, firsts.length));
    }
    return new Relation(output, firsts.length, columns, false);
  }

  /** The results of one call for all groups: only that of one group is held at a time. */
  private Cells aggregated(Relation input, GroupedRows members, AggregateCall call) {
    CellsBuilder builder = CellsBuilder.of(call.type(), members.count());
    var rows = new CellsRow(input.columns());
    steps.each(
        members.count(),
        group -> {
          AggregateCall.Group collected = call.group();
          for (int place = members.start(group); place < members.end(group); place++) {
            collected.add(rows.at(members.row(place)));
          }
          builder.add(collected.result());
        });
    return builder.build();
  }

  Relation unpivot(Relation input, UnpivotColumns rule) {
    TracedSchema output = steps.output(rule, input);
    DataType type = output.schema().find(rule.valueTo()).map(Column::type).orElseThrow();
    int turned = rule.columns().size();
    long size = (long) input.size() * turned;
    steps.room(output.schema()).check(size);
    var rows = new int[Math.toIntExact(size)];
    CellsBuilder names = CellsBuilder.of(PlainType.STRING, rows.length);
    CellsBuilder values = CellsBuilder.of(type, rows.length);
    List<Cells> columns =
        input.columns(rule.columns()).stream()
            .map(cells -> Conversion.of(cells, input.size(), type))
            .toList();
    steps.each(
        rows.length,
        i -> {
          rows[i] = i / turned;
          names.add(rule.columns().get(i % turned));
          values.copy(columns.get(i % turned), i / turned);
        });
    List<String> kept =
        input.names().stream().filter(name -> !rule.columns().contains(name)).toList();
    var result = new ArrayList<>(Picking.of(input.columns(kept), rows));
    result.add(names.build());
    result.add(values.build());
    return new Relation(output, rows.length, result, false);
  }
}
