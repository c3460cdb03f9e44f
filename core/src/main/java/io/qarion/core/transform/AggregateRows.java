package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row a group; without {@code groupBy}, one row in all.
 *
 * @param measures name to an expression of aggregates
 */
public record AggregateRows(List<String> groupBy, Map<String, Formula> measures)
    implements TransformationRule {

  public AggregateRows {
    groupBy = List.copyOf(groupBy);
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  @Override
  public String operation() {
    return "aggregate";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    var columns = new ArrayList<TracedColumn>();
    groupBy.forEach(name -> scope.column(input, name, "group_by").ifPresent(columns::add));
    for (var entry : measures.entrySet()) {
      columns.add(
          scope.aggregate(
              input, groupBy, entry.getKey(), entry.getValue(), "measures." + entry.getKey()));
    }
    return scope.unique(new TracedSchema(columns, false), "measures");
  }
}
