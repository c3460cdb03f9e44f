package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds tasks to a flow's text, takes them out, and switches them off. */
public final class StepEdits {

  private static final TomlPath PLACES = TomlPath.of("designer", "nodes");

  private StepEdits() {}

  /** A text with a new task in it. */
  public record Added(TomlDocument document, TaskId id) {}

  /**
   * Adds a task at the end, reading what others write.
   *
   * @param inputs tasks whose rows it reads, the main one first
   * @param taken names of datasets that are used elsewhere in the project
   */
  public static Added add(
      TomlDocument document, NewStep step, List<TaskId> inputs, Set<String> taken) {
    StepText text = StepText.of(document);
    var id = new TaskId(free(step.id(), ids(text)));
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put("id", TomlValue.of(id.value()));
    if (!step.name().isBlank()) {
      entries.put("name", TomlValue.of(step.name()));
    }
    entries.put("type", TomlValue.of(step.type()));
    List<String> sources =
        inputs.stream()
            .flatMap(input -> text.get(input).target().stream())
            .map(DatasetName::value)
            .distinct()
            .toList();
    if (sources.size() == 1) {
      entries.put(SourceEdits.ONE, TomlValue.of(sources.getFirst()));
    } else if (!sources.isEmpty()) {
      entries.put(SourceEdits.SEVERAL, TomlValue.ofStrings(sources));
    }
    step.target()
        .ifPresent(target ->
            entries.put("target_dataset_id", TomlValue.of(free(target, datasets(text, taken)))));
    if (!inputs.isEmpty()) {
      entries.put(
          SourceEdits.DEPENDENCIES,
          TomlValue.ofStrings(inputs.stream().map(TaskId::value).toList()));
    }
    addBody(entries, step);
    return new Added(
        document.insert(StepText.TASKS, text.tasks().size(), new TomlValue.Table(entries)), id);
  }

  private static void addBody(Map<String, TomlValue> entries, NewStep step) {
    if (!step.rules().isEmpty()) {
      entries.put("rules", TomlValue.of(step.rules()));
    }
    if (!step.properties().isEmpty()) {
      entries.put("properties", new TomlValue.Table(step.properties()));
    }
    if (!step.config().isEmpty()) {
      entries.put("config", new TomlValue.Table(step.config()));
    }
  }

  /**
   * Takes tasks out. Those that read one of them read what it read, and wait for what it waited
   * for.
   */
  public static TomlDocument remove(TomlDocument document, Set<TaskId> ids) {
    TomlDocument without = document;
    for (TaskId id : ids) {
      without = remove(without, id);
    }
    return without;
  }

  private static TomlDocument remove(TomlDocument document, TaskId id) {
    StepText text = StepText.of(document);
    Task gone = text.get(id);
    Optional<DatasetName> before = gone.sources().stream().findFirst();
    TomlDocument healed = document;
    for (Task task : text.tasks()) {
      if (task.dependencies().contains(id)) {
        healed = SourceEdits.wait(healed, task.id(), id, gone.dependencies());
      }
      if (gone.target().filter(task.sources()::contains).isPresent() && !task.id().equals(id)) {
        healed = SourceEdits.replace(healed, task.id(), gone.target().get(), before);
      }
    }
    healed = healed.remove(text.path(id));
    healed = SourceEdits.removed(healed, PLACES.key(id.value()));
    return StepGroups.without(healed, id);
  }

  /** Switches tasks on or off; one that is off is as if it were not there. */
  public static TomlDocument enable(TomlDocument document, Set<TaskId> ids, boolean enabled) {
    TomlDocument changed = document;
    for (TaskId id : ids) {
      TomlPath path = StepText.of(changed).path(id).key("enabled");
      changed =
          enabled ? SourceEdits.removed(changed, path) : changed.set(path, TomlValue.of(false));
    }
    return changed;
  }

  /** Gives a task another name for people; an empty one shows the id again. */
  public static TomlDocument title(TomlDocument document, TaskId id, String name) {
    TomlPath path = StepText.of(document).path(id).key("name");
    return name.isBlank()
        ? SourceEdits.removed(document, path)
        : document.set(path, TomlValue.of(name.strip()));
  }

  static Set<String> ids(StepText text) {
    var ids = new HashSet<String>();
    text.tasks().forEach(task -> ids.add(task.id().value()));
    return ids;
  }

  static Set<String> datasets(StepText text, Set<String> taken) {
    var datasets = new HashSet<>(taken);
    for (Task task : text.tasks()) {
      task.target().map(DatasetName::value).ifPresent(datasets::add);
    }
    return datasets;
  }

  /** The name, or the first of {@code name_2}, {@code name_3} … that is not taken. */
  static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  /** The tasks that were written by hand; none if the text can't be read. */
  public static List<TaskId> tasks(TomlDocument document) {
    return document.isValid()
        ? new ArrayList<>(StepText.of(document).tasks().stream().map(Task::id).toList())
        : List.of();
  }
}
