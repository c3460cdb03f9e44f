package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes columns one after the other: each sees those before it. A name that is there already is
 * replaced in its place.
 */
public record DeriveColumns(Map<String, Formula> columns) implements TransformationRule {

  public DeriveColumns {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  @Override
  public String operation() {
    return "derive";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    TracedSchema schema = input;
    for (var entry : columns.entrySet()) {
      TracedColumn column =
          scope.evaluate(schema, entry.getKey(), entry.getValue(), "columns." + entry.getKey());
      schema = schema.with(List.of(column));
    }
    return schema;
  }
}
