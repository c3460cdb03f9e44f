package io.qarion.core.history;

import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.OutputColumn;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step of a run as history keeps it.
 *
 * @param columns of what it wrote; empty if it wrote nothing, or in an older version
 */
public record StepRecord(
    RunId run,
    TaskId step,
    String type,
    long batchId,
    Instant start,
    Optional<Instant> end,
    RunStatus status,
    StepStatistics statistics,
    String message,
    List<OutputColumn> columns) {

  public StepRecord {
    columns = List.copyOf(columns);
  }
}
