package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.plugin.TaskTypes;
import io.qarion.core.problem.DatasetName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known beside the texts: which settings there are, and what columns datasets have now.
 *
 * @param schemas as far as they are known, without technical columns
 */
public record Known(
    RuleTypes ruleTypes,
    TaskTypes taskTypes,
    Collection<? extends FlowPlugin> flowTypes,
    Map<DatasetName, Schema> schemas) {

  public Known {
    flowTypes = List.copyOf(flowTypes);
    schemas = Map.copyOf(schemas);
  }

  /** The same with other columns where they are known anew. */
  Known with(Map<DatasetName, Schema> newSchemas) {
    var all = new HashMap<>(schemas);
    all.putAll(newSchemas);
    return new Known(ruleTypes, taskTypes, flowTypes, all);
  }

  Schema schema(String dataset) {
    return schemas.getOrDefault(new DatasetName(dataset), Schema.EMPTY);
  }

  List<PropertyDeclaration> ofFlow(String type) {
    return flowTypes.stream()
        .filter(plugin -> plugin.flowType().equals(type))
        .findFirst()
        .map(plugin -> plugin.properties())
        .orElse(List.of());
  }
}
