package io.qarion.core.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Adds the rows of other sources below.
 *
 * @param with aliases of the other sources
 * @param byName columns are matched by name and a missing one is NULL; otherwise by position
 * @param distinct equal rows are kept once
 */
public record UnionRows(List<String> with, boolean byName, boolean distinct)
    implements TransformationRule {

  public UnionRows {
    with = List.copyOf(with);
  }

  @Override
  public String operation() {
    return "union";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    TracedSchema result = input;
    for (String alias : with) {
      TracedSchema other = scope.source(alias, "with");
      result = byName ? mergedByName(result, other, scope) : mergedByPosition(result, other, scope);
    }
    return result;
  }

  private static TracedSchema mergedByName(
      TracedSchema input, TracedSchema other, RuleScope scope) {
    var columns = new ArrayList<TracedColumn>();
    for (TracedColumn column : input.columns()) {
      columns.add(
          other
              .find(column.name())
              .map(second -> merged(column, second, scope))
              .orElseGet(column::optional));
    }
    for (TracedColumn column : other.columns()) {
      if (!input.has(column.name())) {
        columns.add(column.optional());
      }
    }
    return new TracedSchema(columns, input.open() || other.open());
  }

  private static TracedSchema mergedByPosition(
      TracedSchema input, TracedSchema other, RuleScope scope) {
    boolean open = input.open() || other.open();
    if (input.columns().size() != other.columns().size() && !open) {
      scope.report(
          "with",
          "union.width",
          "One side of the union has %d columns, the other %d."
              .formatted(input.columns().size(), other.columns().size()),
          "Set by_name = true, or select the same number of columns first.");
      return input;
    }
    var columns = new ArrayList<TracedColumn>();
    for (int i = 0; i < Math.min(input.columns().size(), other.columns().size()); i++) {
      columns.add(merged(input.columns().get(i), other.columns().get(i), scope));
    }
    return new TracedSchema(columns, open);
  }

  private static TracedColumn merged(TracedColumn first, TracedColumn second, RuleScope scope) {
    var origins = new HashSet<>(first.origins());
    origins.addAll(second.origins());
    return new TracedColumn(
        first.name(),
        scope.common(first, second, "with"),
        first.required() && second.required(),
        origins);
  }
}
