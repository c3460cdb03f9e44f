package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of tasks, wherever their flow names them. */
final class StepIds {

  private static final String CONDITION = "condition";

  private StepIds() {}

  /** Whether the condition under which a task runs speaks of another. */
  static boolean isInCondition(Task task, TaskId other) {
    return task.properties().has(CONDITION)
        && mention(other).matcher(task.properties().text(CONDITION, "")).find();
  }

  private static Pattern mention(TaskId id) {
    return Pattern.compile(
        "(\\btasks\\s*\\.\\s*)%s(?![\\p{L}\\p{N}_])".formatted(Pattern.quote(id.value())));
  }

  /** Free ids for those of a flow's tasks that are taken. */
  static Map<TaskId, TaskId> free(StepText text, Set<String> taken) {
    var all = new LinkedHashSet<>(taken);
    all.addAll(StepEdits.ids(text));
    var free = new LinkedHashMap<TaskId, TaskId>();
    for (Task task : text.tasks()) {
      if (taken.contains(task.id().value())) {
        String id = StepEdits.free(task.id().value(), all);
        all.add(id);
        free.put(task.id(), new TaskId(id));
      }
    }
    return free;
  }

  /** Gives tasks new ids, where they stand, where others wait for them and in groups. */
  static TomlDocument renamed(TomlDocument document, Map<TaskId, TaskId> ids) {
    TomlDocument renamed = document;
    for (var entry : ids.entrySet()) {
      TaskId from = entry.getKey();
      TaskId to = entry.getValue();
      for (Task task : StepText.of(renamed).tasks()) {
        if (task.dependencies().contains(from)) {
          renamed = SourceEdits.wait(renamed, task.id(), from, List.of(to));
        }
        if (isInCondition(task, from)) {
          TomlPath path = StepText.of(renamed).path(task.id()).key("properties").key(CONDITION);
          String condition =
              mention(from)
                  .matcher(task.properties().text(CONDITION, ""))
                  .replaceAll("$1" + Matcher.quoteReplacement(to.value()));
          renamed = renamed.set(path, TomlValue.of(condition));
        }
      }
      renamed = renamed.set(StepText.of(renamed).path(from).key("id"), TomlValue.of(to.value()));
      renamed = StepGeometry.renamed(renamed, from, to);
      renamed = StepGroups.renamed(renamed, from, to);
    }
    return renamed;
  }
}
