package io.qarion.core.engine;

import io.qarion.core.problem.FlowId;
import java.time.LocalDateTime;

/**
 * One batch of a flow.
 *
 * @param clock its moment in UTC, microseconds, later than that of the flow's batch before
 */
public record Batch(FlowId flow, long id, LocalDateTime clock, BatchStatus status) {

  /** The same batch for a flow that takes over a step of it. */
  public Batch over(FlowId other) {
    return new Batch(other, id, clock, status == BatchStatus.OPEN ? BatchStatus.SUCCESS : status);
  }
}
