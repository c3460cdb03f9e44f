package io.qarion.core.plan;

import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds datasets that a flow replaces though another flow writes them too. */
public final class SharedTargets {

  private SharedTargets() {}

  /** A warning for each task whose rows and those of another flow would take turns. */
  public static List<Problem> of(Flow flow, Collection<Flow> all) {
    var problems = new ArrayList<Problem>();
    for (Task task : flow.tasks()) {
      if (replaces(task)) {
        all.stream()
            .filter(other -> !other.id().equals(flow.id()))
            .filter(other -> other.namespace().equals(flow.namespace()))
            .filter(other -> writer(other, task).isPresent())
            .findFirst()
            .ifPresent(other -> problems.add(warning(task, other)));
      }
    }
    return problems;
  }

  private static boolean replaces(Task task) {
    return task.enabled()
        && task.target().isPresent()
        && task.type().equals("transformation")
        && task.properties().text("write_mode", writesByDefault(task)).equals("replace");
  }

  private static String writesByDefault(Task task) {
    boolean byBatch = task.properties().text("processing_type", "").equals("INCREMENTAL");
    return byBatch ? "append" : "replace";
  }

  private static Optional<Task> writer(Flow other, Task task) {
    return other.tasks().stream()
        .filter(Task::enabled)
        .filter(candidate -> candidate.target().equals(task.target()))
        .findFirst();
  }

  private static Problem warning(Task task, Flow other) {
    return Problem.warning(
        "dataset.shared",
        Place.of(task.path() + ".target_dataset_id"),
        "Flow '%s' writes dataset '%s' too; each run replaces what the other wrote."
            .formatted(other.id(), task.target().orElseThrow()),
        "Write into another dataset, or add to this one with write_mode = \"append\".");
  }
}
