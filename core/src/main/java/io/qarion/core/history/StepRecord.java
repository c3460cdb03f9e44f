package io.qarion.core.history;

import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Instant;
import java.util.Optional;

/** A step of a run as history keeps it. */
public record StepRecord(
    RunId run,
    TaskId step,
    String type,
    long batchId,
    Instant start,
    Optional<Instant> end,
    RunStatus status,
    StepStatistics statistics,
    String message) {}
