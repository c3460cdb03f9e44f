package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes tasks from one flow to another, or to the same again, as TOML text. */
public final class StepClipboard {

  private StepClipboard() {}

  /** A text with tasks put into it. */
  public record Pasted(TomlDocument document, List<TaskId> ids) {
    public Pasted {
      ids = List.copyOf(ids);
    }
  }

  /** The tasks as they stand in the flow, in its order and with their comments. */
  public static String copy(TomlDocument document, Set<TaskId> ids) {
    return excerpt(StepText.of(document), ids).text();
  }

  /** A text that has these tasks only, with their comments. */
  static TomlDocument excerpt(StepText text, Set<TaskId> ids) {
    return text.document()
        .excerpt(
            StepText.TASKS,
            IntStream.range(0, text.tasks().size())
                .filter(index -> ids.contains(text.tasks().get(index).id()))
                .boxed()
                .collect(Collectors.toSet()));
  }

  /** Whether a text holds tasks. */
  public static boolean holdsTasks(String text) {
    TomlDocument document = TomlDocument.parse("", text);
    return document.isValid() && !StepText.of(document).tasks().isEmpty();
  }

  /**
   * Puts the tasks of a text at the end of a flow, under free names. Among each other they read
   * what they did; what they read of others stays where the flow has it, else it goes.
   *
   * @param taken names of datasets that are used elsewhere in the project
   * @throws QarionException if there are no tasks in the text
   */
  public static Pasted paste(TomlDocument document, String text, Set<String> taken) {
    TomlDocument given = TomlDocument.parse("", text);
    if (!holdsTasks(text)) {
      throw new QarionException(
          Problem.error(
              "edit.paste",
              Place.UNKNOWN,
              "There are no steps in the clipboard.",
              "Copy steps of a flow first, or text that begins with [[tasks]]."));
    }
    var names = new NewNames(StepText.of(document), StepText.of(given), taken);
    TomlDocument pasted = document;
    var ids = new ArrayList<TaskId>();
    for (Task task : StepText.of(given).tasks()) {
      TomlDocument renamed = names.renamed(given, task);
      TomlPath path = StepText.TASKS.index(StepText.of(given).tasks().indexOf(task));
      TomlValue value = renamed.find(path).map(TomlNode::value).orElseThrow();
      pasted = pasted.insert(StepText.TASKS, StepText.of(pasted).tasks().size(), value);
      ids.add(names.id(task));
    }
    return new Pasted(pasted, ids);
  }

  /** What tasks and datasets are called where they are put. */
  private static final class NewNames {

    private final Map<TaskId, TaskId> ids = new LinkedHashMap<>();
    private final Map<DatasetName, DatasetName> datasets = new LinkedHashMap<>();

    NewNames(StepText into, StepText given, Set<String> taken) {
      Set<String> takenIds = StepEdits.ids(into);
      Set<String> takenDatasets = StepEdits.datasets(into, taken);
      for (Task task : given.tasks()) {
        String id = StepEdits.free(task.id().value(), takenIds);
        takenIds.add(id);
        ids.put(task.id(), new TaskId(id));
        task.target()
            .ifPresent(target -> {
              String name = StepEdits.free(target.value(), takenDatasets);
              takenDatasets.add(name);
              datasets.put(target, new DatasetName(name));
            });
      }
      into.tasks().forEach(task -> ids.putIfAbsent(task.id(), task.id()));
      into.tasks()
          .forEach(task -> task.target().ifPresent(name -> datasets.putIfAbsent(name, name)));
      taken.forEach(name -> datasets.putIfAbsent(new DatasetName(name), new DatasetName(name)));
    }

    TaskId id(Task task) {
      return ids.getOrDefault(task.id(), task.id());
    }

    /** The id comes last, since the task is found by it. */
    TomlDocument renamed(TomlDocument given, Task task) {
      TomlDocument document = given;
      for (TaskId before : task.dependencies()) {
        document =
            SourceEdits.wait(
                document,
                task.id(),
                before,
                ids.containsKey(before) ? List.of(ids.get(before)) : List.of());
      }
      for (DatasetName source : new LinkedHashSet<>(task.sources())) {
        document =
            SourceEdits.replace(
                document, task.id(), source, Optional.ofNullable(datasets.get(source)));
      }
      TomlPath path = StepText.of(document).path(task.id());
      if (task.target().isPresent()) {
        document =
            document.set(
                path.key("target_dataset_id"),
                TomlValue.of(
                    datasets.getOrDefault(task.target().get(), task.target().get()).value()));
      }
      return document.set(path.key("id"), TomlValue.of(id(task).value()));
    }
  }
}
