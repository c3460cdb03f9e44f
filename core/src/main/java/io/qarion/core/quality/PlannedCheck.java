package io.qarion.core.quality;

import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationSource;

/** A check with what has to be asked of an engine to know whether it holds. */
public record PlannedCheck(QualityCheck check, Question question) {

  /** What is asked. */
  public sealed interface Question {}

  /** Which rows are bad: none should come, or few enough. */
  public record Failing(Query rows) implements Question {}

  /**
   * A figure of all rows: one row comes, with {@link SetMeasures#OBSERVED} and {@link
   * SetMeasures#PASSED}.
   */
  public record Measured(Query row) implements Question {}

  /** Which columns there are. */
  public record Columns(TransformationSource source) implements Question {}
}
