package io.qarion.core.transform;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns columns into rows of name and value; a NULL makes a row too.
 *
 * @param nameTo new column with the old column's name
 * @param valueTo new column with its value
 */
public record UnpivotColumns(List<String> columns, String nameTo, String valueTo)
    implements TransformationRule {

  public UnpivotColumns {
    columns = List.copyOf(columns);
  }

  @Override
  public String operation() {
    return "unpivot";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    if (columns.isEmpty()) {
      scope.report(
          "columns", "rule.columns", "No columns are folded.", "Name at least one in columns.");
    }
    var folded = new ArrayList<TracedColumn>();
    columns.forEach(name -> scope.column(input, name, "columns").ifPresent(folded::add));
    var kept =
        new ArrayList<>(
            input.columns().stream().filter(column -> !columns.contains(column.name())).toList());
    ValueType type = ValueType.Special.UNKNOWN;
    if (!folded.isEmpty()) {
      TracedColumn first = folded.getFirst();
      type = first.type();
      for (TracedColumn next : folded.subList(1, folded.size())) {
        type = scope.common(new TracedColumn(first.name(), type, false, Set.of()), next, "columns");
      }
    }
    kept.add(new TracedColumn(nameTo, ValueType.of(PlainType.STRING), true, Set.of()));
    kept.add(new TracedColumn(valueTo, type, false, input.originsOf(columns)));
    return scope.unique(new TracedSchema(kept, input.open()), "name_to");
  }
}
