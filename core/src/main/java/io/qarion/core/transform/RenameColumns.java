package io.qarion.core.transform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives columns new names; their order stays.
 *
 * @param names old to new
 */
public record RenameColumns(Map<String, String> names) implements TransformationRule {

  public RenameColumns {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  @Override
  public String operation() {
    return "rename";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    names.keySet().forEach(name -> scope.columnKey(input, name, "columns"));
    var renamed =
        input.columns().stream()
            .map(column -> column.named(names.getOrDefault(column.name(), column.name())))
            .toList();
    return scope.unique(new TracedSchema(renamed, input.open()), "columns");
  }
}
