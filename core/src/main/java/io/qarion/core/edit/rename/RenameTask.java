package io.qarion.core.edit.rename;

import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.List;

/** Gives a task another id, in its flow, where others wait for it and where it stands. */
public record RenameTask(TomlDocument flow) {

  /**
   * Renames a task.
   *
   * @throws io.qarion.core.problem.QarionException if another task has the id
   */
  public ProjectChange of(TaskId from, TaskId to) {
    ProjectChange.checkName(from.value(), to.value());
    var text = new TextChanges(flow);
    List<Step> steps = Step.of(text);
    if (steps.stream().noneMatch(step -> step.task().id().equals(from))) {
      throw ProjectChange.refused(
          text.file(),
          "",
          "There is no task '%s' that was written by hand.".formatted(from),
          "Steps that a flow's type makes have the names that it gives.");
    }
    if (steps.stream().anyMatch(step -> step.task().id().equals(to))) {
      throw ProjectChange.taken("a task", to.value());
    }
    for (Step step : steps) {
      if (step.task().id().equals(from)) {
        text.texts(step.path().key("id"), _ -> to.value(), false);
      }
      text.texts(
          step.path().key("dependencies"), id -> id.equals(from.value()) ? to.value() : id, false);
      text.texts(
          step.path().key("properties").key("condition"),
          condition -> condition(condition, from.value(), to.value()),
          false);
    }
    designer(text, from.value(), to.value());
    return TextChanges.projectChange(List.of(text));
  }

  /** Tasks stand behind {@code tasks.} in conditions. */
  private static String condition(String condition, String from, String to) {
    var words = new Words(condition);
    for (int i = 2; i < words.size(); i++) {
      if (words.isWord(i - 2, "tasks")
          && words.isSymbol(i - 1, ".")
          && words.name(i).filter(from::equals).isPresent()) {
        words.rename(i, to);
      }
    }
    return words.changed();
  }

  /** Its place, and the groups that it is in. */
  private static void designer(TextChanges text, String from, String to) {
    TomlPath designer = TomlPath.of("designer");
    TomlPath place = designer.key("nodes").key(from);
    if (text.find(place).isPresent()) {
      text.key(place, to, false);
    }
    List<TomlTableNode> groups =
        text.table(designer).map(table -> table.tables("groups")).orElse(List.of());
    for (int i = 0; i < groups.size(); i++) {
      TomlPath group = designer.key("groups").index(i);
      for (String key : groups.get(i).keys()) {
        if (!groups.get(i).strings(key).isEmpty()) {
          text.texts(group.key(key), id -> id.equals(from) ? to : id, false);
        }
      }
    }
  }
}
