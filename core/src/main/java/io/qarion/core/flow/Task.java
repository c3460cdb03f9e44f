package io.qarion.core.flow;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * One step a user wrote.
 *
 * @param path where the task stands in its file, such as {@code tasks[2]}
 * @param rules visual steps; empty if the task has none
 * @param properties the typed properties of the task's type
 * @param config its execution settings
 */
public record Task(
    String path,
    TaskId id,
    String name,
    String description,
    String type,
    List<TaskId> dependencies,
    List<DatasetName> sources,
    Optional<DatasetName> target,
    boolean enabled,
    List<TaskRule> rules,
    Settings properties,
    Settings config) {

  public Task {
    dependencies = List.copyOf(dependencies);
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }

  /** The name, or the id where there is none. */
  public String title() {
    return name.isBlank() ? id.value() : name;
  }
}
