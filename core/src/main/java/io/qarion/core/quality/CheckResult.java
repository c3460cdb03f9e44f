package io.qarion.core.quality;

import io.qarion.core.dataset.RowPage;

/**
 * What a check found.
 *
 * @param sample up to 100 of the rows that fail
 */
public record CheckResult(
    QualityCheck check, long rowsChecked, long rowsFailed, boolean passed, RowPage sample) {

  /** How many failing rows are kept. */
  public static final int SAMPLE_ROWS = 100;

  /** Says in a sentence what was found. */
  public String message() {
    return rowsFailed == 0
        ? "%s: all %,d rows pass".formatted(check.name(), rowsChecked)
        : "%s: %,d of %,d rows fail".formatted(check.name(), rowsFailed, rowsChecked);
  }
}
