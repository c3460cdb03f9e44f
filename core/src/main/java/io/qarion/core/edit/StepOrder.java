package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tasks of a flow come before others: those that they wait for or whose rows they read. */
record StepOrder(StepText text) {

  /** Those that a task waits for, and those that make what it reads. */
  Set<TaskId> before(Task task) {
    var before = new LinkedHashSet<TaskId>();
    task.dependencies().stream().filter(id -> text.find(id).isPresent()).forEach(before::add);
    before.addAll(makers(task));
    return before;
  }

  /** Those that make what a task reads. */
  Set<TaskId> makers(Task task) {
    var makers = new LinkedHashSet<TaskId>();
    for (DatasetName source : task.sources()) {
      text.maker(source).map(Task::id).filter(id -> !id.equals(task.id())).ifPresent(makers::add);
    }
    return makers;
  }

  /** The first that come right before some tasks, and are not among them. */
  Set<TaskId> beforeAll(Set<TaskId> steps) {
    var before = new LinkedHashSet<TaskId>();
    for (Task task : text.tasks()) {
      if (steps.contains(task.id())) {
        before.addAll(before(task));
      }
    }
    before.removeAll(steps);
    return before;
  }

  /** A task that comes after some tasks and before others of them, and is not among them. */
  Optional<Task> between(Set<TaskId> steps) {
    var after = new LinkedHashSet<TaskId>();
    boolean more = true;
    while (more) {
      more = false;
      for (Task task : text.tasks()) {
        boolean follows =
            before(task).stream().anyMatch(id -> steps.contains(id) || after.contains(id));
        more |= follows && !steps.contains(task.id()) && after.add(task.id());
      }
    }
    Set<TaskId> ahead = ahead(steps);
    return text.tasks().stream()
        .filter(task -> after.contains(task.id()) && ahead.contains(task.id()))
        .findFirst();
  }

  /** All that come before some tasks, however far. */
  private Set<TaskId> ahead(Set<TaskId> steps) {
    var ahead = new LinkedHashSet<TaskId>();
    var waiting = new ArrayDeque<>(steps);
    while (!waiting.isEmpty()) {
      for (TaskId before : before(text.get(waiting.remove()))) {
        if (ahead.add(before)) {
          waiting.add(before);
        }
      }
    }
    return ahead;
  }

  /** Those that nothing else comes after. */
  List<Task> last() {
    var followed = new LinkedHashSet<TaskId>();
    text.tasks().forEach(task -> followed.addAll(before(task)));
    return text.tasks().stream().filter(task -> !followed.contains(task.id())).toList();
  }
}
