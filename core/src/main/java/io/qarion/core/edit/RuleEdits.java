package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import io.qarion.core.transform.JoinRows;
import java.util.List;

/** Changes the list of visual steps inside a transformation. */
public final class RuleEdits {

  private static final String RULES = "rules";

  private RuleEdits() {}

  /** Whether a task can hold visual steps: a transformation without a statement of its own. */
  public static boolean isVisual(TomlDocument document, TaskId task) {
    return document.isValid()
        && StepText.of(document)
            .find(task)
            .filter(found -> found.type().equals("transformation") && !found.config().has("sql"))
            .isPresent();
  }

  /** How many visual steps a task has. */
  public static int count(TomlDocument document, TaskId task) {
    return StepText.of(document).rules(task).size();
  }

  /** Puts a step before the one at {@code index}, or at the end. */
  public static TomlDocument insert(
      TomlDocument document, TaskId task, int index, TomlValue.Table rule) {
    return document.insert(path(document, task), index, rule);
  }

  /** Puts a step behind the last. */
  public static TomlDocument append(TomlDocument document, TaskId task, TomlValue.Table rule) {
    return insert(document, task, count(document, task), rule);
  }

  /** Takes a step out. */
  public static TomlDocument remove(TomlDocument document, TaskId task, int index) {
    return document.remove(path(document, task).index(index));
  }

  /** Moves a step to the place that it then has. */
  public static TomlDocument move(TomlDocument document, TaskId task, int from, int to) {
    return document.move(path(document, task).index(from), to);
  }

  /** Switches a step off, or on again; one that is off lets the rows pass as they are. */
  public static TomlDocument enable(
      TomlDocument document, TaskId task, int index, boolean enabled) {
    TomlPath path = path(document, task).index(index).key("enabled");
    return enabled ? SourceEdits.removed(document, path) : document.set(path, TomlValue.of(false));
  }

  /** Takes all steps from one on out, to see the rows before it. */
  public static TomlDocument cut(TomlDocument document, TaskId task, int from) {
    TomlDocument cut = document;
    for (int i = count(document, task) - 1; i >= from; i--) {
      cut = remove(cut, task, i);
    }
    return cut;
  }

  /** Joins on columns that must be equal, whatever it was joined on before. */
  public static TomlDocument joinOn(
      TomlDocument document, TaskId task, int index, List<JoinRows.Pair> pairs) {
    TomlPath rule = path(document, task).index(index);
    List<TomlValue> on =
        pairs.stream()
            .<TomlValue>map(pair -> TomlValue.ofStrings(List.of(pair.left(), pair.right())))
            .toList();
    return SourceEdits.removed(
        document.set(rule.key("on"), TomlValue.of(on)), rule.key("condition"));
  }

  private static TomlPath path(TomlDocument document, TaskId task) {
    StepText text = StepText.of(document);
    Task found = text.get(task);
    return text.path(found.id()).key(RULES);
  }
}
