package io.qarion.core.quality;

import io.qarion.core.dataset.RowPage;

/**
 * What a check found.
 *
 * @param rowsFailed bad rows; negative if the check does not look at single rows
 * @param observed what was measured, as text
 * @param expected what should have been measured, as text
 * @param sample up to 100 of the bad rows; empty if all are good
 */
public record CheckResult(
    QualityCheck check,
    long rowsChecked,
    long rowsFailed,
    boolean passed,
    String observed,
    String expected,
    RowPage sample) {

  /** How many failing rows are kept. */
  public static final int SAMPLE_ROWS = 100;

  /** Says in a sentence what was found. */
  public String message() {
    if (rowsFailed < 0) {
      return "%s: %s where %s is expected".formatted(check.name(), observed, expected);
    }
    return rowsFailed == 0
        ? "%s: all %,d rows pass".formatted(check.name(), rowsChecked)
        : "%s: %,d of %,d rows fail".formatted(check.name(), rowsFailed, rowsChecked);
  }
}
