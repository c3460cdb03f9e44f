package io.qarion.core.progress;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that happened in a run; values only, so that it may cross a process boundary. */
public sealed interface RunEvent {

  RunId run();

  Instant at();

  /** A run began. */
  record RunStarted(RunId run, Instant at, FlowId flow, String store, Map<String, String> variables)
      implements RunEvent {
    public RunStarted {
      variables = Map.copyOf(variables);
    }
  }

  /**
   * A batch began, or was taken up again.
   *
   * @param following how many batches are known to come after it in this run
   */
  record BatchStarted(
      RunId run, Instant at, long batchId, boolean resumed, List<PlannedStep> steps, int following)
      implements RunEvent {
    public BatchStarted {
      steps = List.copyOf(steps);
    }

    /** A batch that no other is known to follow. */
    public BatchStarted(
        RunId run, Instant at, long batchId, boolean resumed, List<PlannedStep> steps) {
      this(run, at, batchId, resumed, steps, 0);
    }
  }

  /** A step began. */
  record StepStarted(RunId run, Instant at, long batchId, TaskId step, String type)
      implements RunEvent {}

  /**
   * A step goes on.
   *
   * @param fraction from 0 to 1; negative if unknown
   */
  record StepProgressed(RunId run, Instant at, TaskId step, double fraction, long rows)
      implements RunEvent {}

  /** A file is in its landing table. */
  record FileLoaded(
      RunId run,
      Instant at,
      long batchId,
      TaskId step,
      String file,
      long rows,
      long rejected,
      long bytes)
      implements RunEvent {}

  /** A check has its result. */
  record CheckFinished(RunId run, Instant at, long batchId, TaskId step, CheckOutcome outcome)
      implements RunEvent {}

  /** A file has been written and stands in its place. */
  record FileExported(
      RunId run,
      Instant at,
      long batchId,
      TaskId step,
      String file,
      String format,
      long rows,
      long bytes)
      implements RunEvent {}

  /** A flow that a step has run is over; a failed one may be run again. */
  record FlowCalled(
      RunId run, Instant at, long batchId, TaskId step, FlowId flow, RunId called, RunStatus status)
      implements RunEvent {}

  /**
   * A step is over.
   *
   * @param status success, failed, cancelled or skipped
   * @param message why it was skipped or failed; empty on success
   * @param profile what its statements did, operator by operator; empty where nobody knows
   * @param columns of what it wrote; empty if it wrote nothing
   */
  record StepFinished(
      RunId run,
      Instant at,
      long batchId,
      TaskId step,
      RunStatus status,
      StepStatistics statistics,
      String message,
      List<OperatorProfile> profile,
      List<OutputColumn> columns)
      implements RunEvent {
    public StepFinished {
      profile = List.copyOf(profile);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A run is over.
   *
   * @param problems why it failed, or what it warns of
   */
  record RunFinished(
      RunId run,
      Instant at,
      RunStatus status,
      StepStatistics statistics,
      String message,
      List<Problem> problems)
      implements RunEvent {
    public RunFinished {
      problems = List.copyOf(problems);
    }
  }
}
