package io.qarion.core.toml;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the tasks of a flow. */
final class TaskToml {

  private static final String SOURCE = "source_dataset_id";
  private static final String SOURCES = "source_dataset_ids";

  private final Consumer<Problem> problems;

  TaskToml(Consumer<Problem> problems) {
    this.problems = problems;
  }

  List<Task> read(List<TomlTableNode> tables) {
    var tasks = new ArrayList<Task>();
    for (TomlTableNode table : tables) {
      tasks.add(read(table, tasks.size()));
    }
    return tasks;
  }

  Task read(TomlTableNode table, int index) {
    var reader = new TableReader(table, problems);
    TaskId id = id(reader, index);
    Task task =
        new Task(
            reader.node().path().toString(),
            id,
            reader.text("name").orElse(""),
            reader.text("description").orElse(""),
            reader.needName("type", "Write type = \"transformation\", or another type of task."),
            reader.names("dependencies").stream()
                .filter(name -> !name.isBlank())
                .map(TaskId::new)
                .toList(),
            sources(reader),
            dataset(reader.text("target_dataset_id")),
            reader.flag("enabled", true),
            RuleToml.read(reader.tables("rules"), problems),
            SettingsReader.below(reader, "properties"),
            SettingsReader.below(reader, "config"));
    // read by the runner of a later issue
    reader.accept("retries", "retry_delay", "timeout");
    reader.accept("flow_id", "run_when", "condition", "variables");
    reader.reportUnknown();
    return task;
  }

  /** Without one, its number: other tasks and the problems need something to call it by. */
  private TaskId id(TableReader reader, int index) {
    String unnamed = "task_" + (index + 1);
    String text =
        reader.needName("id", "Write id = \"" + unnamed + "\", or a name that says more.");
    return new TaskId(text.isBlank() ? unnamed : text);
  }

  private static List<DatasetName> sources(TableReader reader) {
    List<String> names = new ArrayList<>(reader.names(SOURCES));
    Optional<String> single = reader.text(SOURCE);
    if (reader.has(SOURCE) && reader.has(SOURCES)) {
      reader.error(
          SOURCE,
          "field.either",
          "'source_dataset_id' and 'source_dataset_ids' can't both be given.",
          "Name all sources in source_dataset_ids.");
    } else {
      single.ifPresent(names::add);
    }
    return names.stream().filter(name -> !name.isBlank()).map(DatasetName::new).toList();
  }

  private static Optional<DatasetName> dataset(Optional<String> name) {
    return name.filter(text -> !text.isBlank()).map(DatasetName::new);
  }
}
