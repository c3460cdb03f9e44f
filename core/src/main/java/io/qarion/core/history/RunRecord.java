package io.qarion.core.history;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as history keeps it.
 *
 * @param batchId the run's last batch; empty if it had none
 * @param rowsLoaded rows that came in from files
 * @param rowsProcessed rows that steps wrote
 * @param peakMemory bytes of engine memory at most; negative if unknown
 * @param spilled bytes in the spill folder at most; negative if unknown
 */
public record RunRecord(
    RunId id,
    FlowId flow,
    Optional<Long> batchId,
    Instant start,
    Optional<Instant> end,
    RunStatus status,
    long rowsLoaded,
    long rowsProcessed,
    String message,
    String variables,
    long peakMemory,
    long spilled) {}
