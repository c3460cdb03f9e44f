package io.qarion.core.transform;

import io.qarion.core.dataset.DataType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes the types of columns.
 *
 * @param orNull a value that can't be converted becomes NULL and is counted; otherwise it fails the
 *     step
 */
public record CastColumns(Map<String, DataType> types, boolean orNull)
    implements TransformationRule {

  public CastColumns {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  @Override
  public String operation() {
    return "cast";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    types.keySet().forEach(name -> scope.columnKey(input, name, "columns"));
    return new TracedSchema(input.columns().stream().map(this::converted).toList(), input.open());
  }

  private TracedColumn converted(TracedColumn column) {
    DataType type = types.get(column.name());
    if (type == null) {
      return column;
    }
    TracedColumn typed = column.typed(type);
    return orNull ? typed.optional() : typed;
  }
}
