package io.qarion.app.designer.text;

import java.util.List;
import java.util.Optional;

/** What the text around a caret says: table, task, and operation. */
final class Surroundings {

  private static final String TASKS = "tasks";
  private static final String RULES = "tasks.rules";

  private final List<TomlSection> sections;
  private final int here;

  Surroundings(String text, int caret) {
    sections = TomlOutline.of(text);
    int last = 0;
    for (int i = 1; i < sections.size(); i++) {
      if (sections.get(i).from() <= caret) {
        last = i;
      }
    }
    here = last;
  }

  /** The table that the caret stands in. */
  TomlSection section() {
    return sections.get(here);
  }

  String flowType() {
    return sections.getFirst().text("flow_type");
  }

  Optional<TomlSection> task() {
    return Optional.of(taskStart()).filter(start -> start >= 0).map(sections::get);
  }

  String taskType() {
    return task().map(task -> task.text("type")).orElse("");
  }

  /** Ids of all tasks but the one here. */
  List<String> otherTasks() {
    Optional<TomlSection> own = task();
    return sections.stream()
        .filter(section -> section.name().equals(TASKS))
        .filter(section -> own.filter(section::equals).isEmpty())
        .map(section -> section.text("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** Which rule of its task the caret stands in, from 0. */
  int rule() {
    int start = Math.max(0, taskStart());
    long rules =
        sections.subList(start, here + 1).stream()
            .filter(section -> section.name().equals(RULES))
            .count();
    return Math.max(0, (int) rules - 1);
  }

  /** The table of the rule the caret stands in, or below. */
  Optional<TomlSection> ruleSection() {
    return nearest(RULES);
  }

  /** The last table of a name up to here, inside the same task. */
  Optional<TomlSection> nearest(String name) {
    int start = name.startsWith(TASKS + ".") ? Math.max(0, taskStart()) : 0;
    return sections.subList(start, here + 1).reversed().stream()
        .filter(section -> section.name().equals(name))
        .findFirst();
  }

  /** A table of the flow, or of the same task, wherever it stands. */
  Optional<TomlSection> find(String name) {
    boolean ofTask = name.startsWith(TASKS + ".");
    int start = ofTask ? Math.max(0, taskStart()) : 0;
    int end = ofTask ? taskEnd() : sections.size();
    return sections.subList(start, end).stream()
        .filter(section -> section.name().equals(name))
        .findFirst();
  }

  private int taskStart() {
    for (int i = here; i >= 0; i--) {
      String name = sections.get(i).name();
      if (name.equals(TASKS)) {
        return i;
      }
      if (!name.startsWith(TASKS + ".")) {
        return -1;
      }
    }
    return -1;
  }

  private int taskEnd() {
    int end = here + 1;
    while (end < sections.size() && sections.get(end).name().startsWith(TASKS + ".")) {
      end++;
    }
    return end;
  }
}
