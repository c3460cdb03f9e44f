package io.qarion.app.designer.history;

import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.OutputColumn;
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
  public record Figures(long rows, Duration duration, String status, List<OutputColumn> columns) {

    public Figures {
      columns = List.copyOf(columns);
    }

    static Figures of(List<StepRecord> steps) {
      long rows = steps.stream().mapToLong(step -> Math.max(0, step.statistics().rowsOut())).sum();
      Duration duration =
          steps.stream()
              .map(step -> step.statistics().duration())
              .reduce(Duration.ZERO, Duration::plus);
      return new Figures(
          rows, duration, steps.getLast().status().text(), steps.getLast().columns());
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

  /** How a column differs between two runs; empty where it is not there. */
  public record ColumnDifference(String name, Optional<String> before, Optional<String> after) {}

  /** Columns that came, went or changed their type; none where one of them kept no columns. */
  public List<ColumnDifference> columnChanges() {
    Map<String, String> old = types(before);
    Map<String, String> now = types(after);
    if (old.isEmpty() || now.isEmpty()) {
      return List.of();
    }
    var names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    return names.stream()
        .map(name ->
            new ColumnDifference(
                name, Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))))
        .filter(column -> !column.before().equals(column.after()))
        .toList();
  }

  private static Map<String, String> types(Optional<Figures> figures) {
    Map<String, String> types = new LinkedHashMap<>();
    figures.ifPresent(
        known -> known.columns().forEach(column -> types.put(column.name(), column.type())));
    return types;
  }

  private static Map<TaskId, List<StepRecord>> byStep(List<StepRecord> steps) {
    Map<TaskId, List<StepRecord>> byStep = new LinkedHashMap<>();
    steps.forEach(step -> byStep.computeIfAbsent(step.step(), _ -> new ArrayList<>()).add(step));
    return byStep;
  }
}
