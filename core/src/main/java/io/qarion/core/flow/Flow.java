package io.qarion.core.flow;

import io.qarion.core.problem.FlowId;
import java.util.List;
import java.util.Optional;

/**
 * A flow as a user defined it.
 *
 * @param flowType which plug-in gives it meaning
 * @param properties settings of the flow's type, {@code load} among them
 * @param variables values for {@code :name} and {@code {{ name }}}
 * @param labels what people say of the flow; no part of what it does
 */
public record Flow(
    FlowId id,
    String name,
    String flowType,
    Optional<String> namespace,
    FlowInput input,
    Settings properties,
    Settings variables,
    List<Trigger> triggers,
    List<Task> tasks,
    FlowLabels labels) {

  public Flow {
    triggers = List.copyOf(triggers);
    tasks = List.copyOf(tasks);
  }

  public LoadSettings load() {
    return LoadSettings.from(properties.table("load"));
  }

  /** How many of its steps may be at work at once, where it says so. */
  public Optional<Integer> maxParallel() {
    return properties.integer("max_parallel").map(Math::toIntExact);
  }

  /** This with other values for {@code :name}. */
  public Flow withVariables(Settings newVariables) {
    return new Flow(
        id, name, flowType, namespace, input, properties, newVariables, triggers, tasks, labels);
  }

  public boolean hasLoad() {
    return properties.has("load");
  }
}
