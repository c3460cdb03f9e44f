package io.qarion.app.designer.session;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a step's last run.
 *
 * @param rows written; negative if unknown
 * @param change rows more than in the run before; empty if there was none
 * @param progress from 0 to 1 while it runs; negative if unknown
 * @param message why it failed or was skipped, or why it ran
 */
public record NodeState(
    Status status,
    long rows,
    Optional<Long> change,
    Duration duration,
    double progress,
    String message) {

  /** Before any run. */
  public static final NodeState NOT_RUN =
      new NodeState(Status.NOT_RUN, -1, Optional.empty(), Duration.ZERO, -1, "");

  /** How a step stands. */
  public enum Status {
    /** It can't run as it is written. */
    MISTAKEN,
    /** It is switched off. */
    OFF,
    NOT_RUN,
    WAITING,
    RUNNING,
    DONE,
    UP_TO_DATE,
    WARNING,
    FAILED,
    CANCELLED,
    SKIPPED
  }

  /** This in another status. */
  public NodeState with(Status newStatus, String newMessage) {
    return new NodeState(newStatus, rows, change, duration, -1, newMessage);
  }

  /** This at work. */
  public NodeState running(double newProgress) {
    return new NodeState(Status.RUNNING, rows, change, duration, newProgress, message);
  }
}
