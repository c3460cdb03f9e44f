package io.qarion.core.quality;

import io.qarion.core.transform.TransformationSource;
import java.util.List;

/**
 * Checks of the same rows, with what is done about their results.
 *
 * @param source the rows
 * @param checks only those that are switched on
 */
public record QualitySuite(
    String id,
    TransformationSource source,
    List<PlannedCheck> checks,
    Order order,
    boolean stopsOnFirstFailure) {

  public QualitySuite {
    checks = List.copyOf(checks);
  }

  /** Checks one after the other, as a task has them. */
  public static QualitySuite of(String id, TransformationSource source, List<PlannedCheck> checks) {
    return new QualitySuite(id, source, checks, Order.SEQUENTIAL, false);
  }

  /** Whether checks wait for one another. */
  public enum Order {
    SEQUENTIAL,
    PARALLEL
  }
}
