package io.qarion.app.designer.run;

import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;

/**
 * A step of a run, as a line of the panel.
 *
 * @param start since the run began
 * @param duration so far, while it runs
 * @param message why it failed or was left out
 */
public record StepRow(
    TaskId step,
    long batchId,
    RunStatus status,
    Duration start,
    Duration duration,
    StepStatistics statistics,
    String message) {

  Duration end() {
    return start.plus(duration);
  }
}
