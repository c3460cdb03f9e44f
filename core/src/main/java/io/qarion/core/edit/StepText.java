package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.List;
import java.util.Optional;

/** The text of a flow beside the steps that it says. */
record StepText(TomlDocument document, List<Task> tasks) {

  static final TomlPath TASKS = TomlPath.of("tasks");

  StepText {
    tasks = List.copyOf(tasks);
  }

  /**
   * Reads the steps.
   *
   * @throws QarionException if the text is no TOML: nothing of it can be edited then
   */
  static StepText of(TomlDocument document) {
    if (!document.isValid()) {
      throw new QarionException(document.problems());
    }
    return new StepText(document, FlowToml.read(document).flow().tasks());
  }

  Optional<Task> find(TaskId id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  Task get(TaskId id) {
    return find(id)
        .orElseThrow(() ->
            new QarionException(
                Problem.error(
                    "edit.no_task",
                    Place.UNKNOWN,
                    "The flow has no task '%s' that was written by hand.".formatted(id),
                    "Steps that a flow's type makes are changed by the flow's settings.")));
  }

  TomlPath path(TaskId id) {
    return TASKS.index(tasks.indexOf(get(id)));
  }

  /** The tables of a task's visual steps. */
  List<TomlTableNode> rules(TaskId id) {
    return document
        .find(path(id))
        .filter(TomlTableNode.class::isInstance)
        .map(table -> ((TomlTableNode) table).tables("rules"))
        .orElse(List.of());
  }

  Optional<Task> maker(DatasetName dataset) {
    return tasks.stream()
        .filter(task -> task.target().filter(dataset::equals).isPresent())
        .findFirst();
  }
}
