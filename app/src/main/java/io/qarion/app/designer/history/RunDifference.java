package io.qarion.app.designer.history;

import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step in two runs.
 *
 * @param before rows and time in the earlier run; empty if the step did not run in it
 */
public record RunDifference(TaskId step, Optional<Figures> before, Optional<Figures> after) {

  /** What a step wrote and took. */
  public record Figures(long rows, Duration duration, String status) {

    static Figures of(List<StepRecord> steps) {
      long rows = steps.stream().mapToLong(step -> Math.max(0, step.statistics().rowsOut())).sum();
      Duration duration =
          steps.stream()
              .map(step -> step.statistics().duration())
              .reduce(Duration.ZERO, Duration::plus);
      return new Figures(rows, duration, steps.getLast().status().text());
    }
  }

  /** All steps of two runs, those of the later run first; a step of several batches is summed. */
  public static List<RunDifference> between(List<StepRecord> before, List<StepRecord> after) {
    Map<TaskId, List<StepRecord>> old = byStep(before);
    Map<TaskId, List<StepRecord>> now = byStep(after);
    var steps = new LinkedHashSet<>(now.keySet());
    steps.addAll(old.keySet());
    return steps.stream()
        .map(step ->
            new RunDifference(
                step,
                Optional.ofNullable(old.get(step)).map(Figures::of),
                Optional.ofNullable(now.get(step)).map(Figures::of)))
        .toList();
  }

  /** Rows more in the later run; empty where one of them did not run. */
  public Optional<Long> rowsChange() {
    return before.flatMap(old -> after.map(now -> now.rows() - old.rows()));
  }

  private static Map<TaskId, List<StepRecord>> byStep(List<StepRecord> steps) {
    Map<TaskId, List<StepRecord>> byStep = new LinkedHashMap<>();
    steps.forEach(step -> byStep.computeIfAbsent(step.step(), _ -> new ArrayList<>()).add(step));
    return byStep;
  }
}
