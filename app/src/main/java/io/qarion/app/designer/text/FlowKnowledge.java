package io.qarion.app.designer.text;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Task;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.transform.ParameterTypes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is known of a flow beside its text, from the last time it could be read.
 *
 * @param datasets columns by name
 * @param tasks with the rules they had then
 * @param parameters types of {@code :name}
 */
record FlowKnowledge(
    Map<String, Schema> datasets, List<Task> tasks, Map<String, DataType> parameters) {

  static final FlowKnowledge NONE = new FlowKnowledge(Map.of(), List.of(), Map.of());

  FlowKnowledge {
    datasets = new LinkedHashMap<>(datasets);
    tasks = List.copyOf(tasks);
    parameters = new LinkedHashMap<>(parameters);
  }

  /**
   * What a compiled flow gives.
   *
   * @param others datasets of files and of other flows
   */
  static FlowKnowledge of(Optional<CompiledFlow> compiled, Collection<Dataset> others) {
    var datasets = new LinkedHashMap<String, Schema>();
    compiled.ifPresent(flow -> put(flow.datasets(), datasets));
    put(others, datasets);
    return new FlowKnowledge(
        datasets,
        compiled.map(flow -> flow.flow().tasks()).orElse(List.of()),
        ParameterTypes.of(compiled.map(flow -> flow.flow().variables().values()).orElse(Map.of())));
  }

  private static void put(Collection<Dataset> added, Map<String, Schema> datasets) {
    added.forEach(dataset -> datasets.putIfAbsent(dataset.name().value(), dataset.schema()));
  }

  Schema columns(String dataset) {
    return datasets.getOrDefault(dataset, Schema.EMPTY);
  }

  /**
   * The columns that a rule of a task finds.
   *
   * @param sources names of the task's datasets; the first is what the rules start from
   * @param rule its place among the task's rules
   */
  Schema columnsBefore(String task, List<String> sources, int rule, RuleTypes types) {
    List<TaskRule> rules =
        tasks.stream()
            .filter(known -> known.id().value().equals(task))
            .findFirst()
            .map(Task::rules)
            .orElse(List.of());
    SequencedMap<String, Schema> known = new LinkedHashMap<>();
    sources.forEach(name -> known.put(name, columns(name)));
    datasets.forEach(known::putIfAbsent);
    if (sources.isEmpty()) {
      return Schema.EMPTY;
    }
    List<Schema> along = TaskRules.columns(rules, types, known, parameters);
    return along.get(Math.min(rule, along.size() - 1));
  }
}
