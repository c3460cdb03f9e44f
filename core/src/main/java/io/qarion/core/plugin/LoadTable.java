package io.qarion.core.plugin;

import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlPath;
import java.util.List;
import java.util.Optional;

/**
 * The table of a flow that says which files are loaded and how they are read.
 *
 * @param path where it stands, or would stand
 * @param title name of the step, or of the flow
 * @param settings what it says
 * @param declared columns that the files are read into; empty if they are those found
 * @param declaredIn the file that declares them; empty if none does
 */
public record LoadTable(
    TomlPath path,
    String title,
    LoadSettings settings,
    Optional<Schema> declared,
    String declaredIn) {

  /**
   * That of a step, or of the flow whose type makes its steps.
   *
   * @param file of the flow, relative to the project
   * @param step the chosen one; empty for the flow
   * @param datasets those that files declare
   * @return empty if it loads no file
   */
  public static Optional<LoadTable> of(
      Plugins plugins,
      Flow flow,
      String file,
      Optional<TaskId> step,
      List<StoredDataset> datasets) {
    List<Task> tasks = flow.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      TomlPath path = TomlPath.of("tasks").index(i);
      if (step.filter(task.id()::equals).isPresent()) {
        return plugins
            .taskTypes()
            .find(task.type())
            .filter(type -> reads(type.config(), "options"))
            .map(_ -> ofTask(path, task, datasets))
            .map(table -> table.declaredIn().isEmpty() ? table.orInput(flow, file) : table);
      }
    }
    return plugins
        .flow(flow.flowType())
        .filter(type -> reads(type.properties(), "load.options"))
        .map(_ ->
            new LoadTable(
                    TomlPath.of("properties", "load"),
                    flow.name(),
                    flow.load(),
                    Optional.empty(),
                    "")
                .orInput(flow, file));
  }

  private static LoadTable ofTask(TomlPath path, Task task, List<StoredDataset> datasets) {
    Optional<StoredDataset> target =
        task.target()
            .flatMap(name ->
                datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst());
    return new LoadTable(
        path.key("config"),
        task.title(),
        LoadSettings.from(task.config()),
        target.map(dataset -> dataset.dataset().schema()),
        target.map(StoredDataset::file).orElse(""));
  }

  /** What the flow itself declares counts where nothing else does. */
  private LoadTable orInput(Flow flow, String file) {
    Schema input = flow.input().schema();
    return input.columns().isEmpty()
        ? this
        : new LoadTable(path, title, settings, Optional.of(input), file);
  }

  private static boolean reads(List<PropertyDeclaration> declared, String key) {
    return declared.stream().anyMatch(one -> one.kind() == Options.READ && one.key().equals(key));
  }
}
