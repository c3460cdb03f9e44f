package io.qarion.app.designer.inspector;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.transform.ParameterTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns there are before and after the steps of a flow, whatever is wrong with them. */
final class StepColumns {

  private final Map<DatasetName, Dataset> datasets = new LinkedHashMap<>();

  /**
   * @param made the datasets that the flow makes
   * @param declared those that files describe
   */
  StepColumns(List<Dataset> made, List<Dataset> declared) {
    declared.forEach(dataset -> datasets.put(dataset.name(), dataset));
    made.forEach(dataset -> datasets.put(dataset.name(), dataset));
  }

  List<String> datasetNames() {
    return datasets.keySet().stream().map(DatasetName::value).sorted().toList();
  }

  /** The columns that a user sees of a dataset; none if it is unknown. */
  Schema of(DatasetName name) {
    return Optional.ofNullable(datasets.get(name))
        .map(dataset -> TechnicalColumns.visible(dataset.schema(), ""))
        .orElse(Schema.EMPTY);
  }

  /** The columns before each rule of a task, and those after the last. */
  List<Schema> along(Task task, Flow flow, RuleTypes types) {
    String named = task.rules().toString();
    var sources = new LinkedHashMap<String, Schema>();
    for (DatasetName source : task.sources()) {
      sources.put(
          source.value(),
          Optional.ofNullable(datasets.get(source))
              .map(dataset -> TechnicalColumns.visible(dataset.schema(), named))
              .orElse(Schema.EMPTY));
    }
    return TaskRules.columns(
        task.rules(), types, sources, ParameterTypes.of(flow.variables().values()));
  }
}
