package io.qarion.app.designer.inspector;

import io.qarion.core.problem.Problem;
import io.qarion.core.run.JoinReport;
import java.util.List;

/** What there is to say of a join before it runs. */
sealed interface JoinState {

  /** Why nothing is counted. */
  enum Silence {
    OFF,
    NO_DATASET,
    NOT_TRUSTED
  }

  /** Nothing is counted. */
  record Silent(Silence reason) implements JoinState {}

  /** The first figures are on their way. */
  record Waiting() implements JoinState {}

  /** It could not be counted. */
  record Failed(List<Problem> reasons) implements JoinState {

    public Failed {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * It is counted.
   *
   * @param stale whether newer figures are on their way
   */
  record Known(JoinReport report, boolean stale) implements JoinState {}
}
