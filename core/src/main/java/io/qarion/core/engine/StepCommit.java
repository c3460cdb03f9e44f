package io.qarion.core.engine;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Says that a step's work for a batch is in the store.
 *
 * @param fingerprint of everything the result depends on
 * @param rows written
 * @param watermark the newest batch of its source that the step has taken, where it takes batches
 *     of another flow
 */
public record StepCommit(
    FlowId flow,
    TaskId step,
    long batchId,
    String fingerprint,
    LocalDateTime clock,
    long rows,
    Optional<Long> watermark) {

  /**
   * The same of another step. What the old one took in its own flow counts as taken too, since the
   * new one may take it of another.
   */
  public StepCommit of(LedgerStep other) {
    Optional<Long> taken = Optional.of(watermark.orElse(batchId));
    return new StepCommit(other.flow(), other.step(), batchId, fingerprint, clock, rows, taken);
  }
}
