package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.expression.Expression;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.WindowColumns;
import io.qarion.plugins.rows.GroupedExpressions;
import io.qarion.plugins.rows.Partition;
import io.qarion.plugins.rows.RowComparator;
import io.qarion.plugins.rows.TypedEvaluation;
import io.qarion.plugins.rows.WindowCall;
import java.util.ArrayList;
import java.util.List;

/** Adds columns that are computed over windows of rows. */
final class WindowOperation {

  private final Steps steps;
  private final Relation input;

  private WindowOperation(Steps steps, Relation input) {
    this.steps = steps;
    this.input = input;
  }

  static Relation of(Steps steps, Relation input, WindowColumns rule) {
    List<String> names = List.copyOf(rule.columns().keySet());
    List<Expression> trees = List.copyOf(rule.expressions(input.names()).values());
    var expressions = new GroupedExpressions(trees, steps.scopeOf(input), input.columns().size());
    var operation = new WindowOperation(steps, input);
    List<Cells> wide = input.and(expressions.windows().stream().map(operation::computed).toList());
    List<TypedEvaluation> values = expressions.evaluations();
    TracedSchema output = steps.output(rule, input);
    var columns = new ArrayList<Cells>();
    for (String name : output.names()) {
      int computed = names.indexOf(name);
      columns.add(
          computed < 0
              ? input.column(name)
              : steps.computed(values.get(computed), wide, input.size()));
    }
    return input.with(output, columns);
  }

  /** Computes one call, partition by partition. */
  private Cells computed(WindowCall call) {
    List<Cells> by =
        call.partitionBy().stream()
            .map(key -> steps.computed(key, input.columns(), input.size()))
            .toList();
    var partitions = new GroupedRows(new Groups(new Keys(by), input.size()));
    RowComparator order =
        ColumnOrder.of(steps.orders(call.orderBy(), input.columns(), input.size()));
    CellsBuilder values = CellsBuilder.of(call.type(), input.size());
    var rows = new CellsRow(input.columns());
    steps.each(
        partitions.count(),
        i -> {
          RowSort.sort(partitions.rows(), partitions.start(i), partitions.end(i), order);
          var partition =
              new Partition(partitions.rows(), partitions.start(i), partitions.end(i), order);
          call.compute(partition, rows, values::add);
        });
    return Picking.of(List.of(values.build()), placesOf(partitions.rows())).getFirst();
  }

  /** Where the value of each row stands among those of all partitions. */
  private static int[] placesOf(int[] rows) {
    var places = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    return places;
  }
}
