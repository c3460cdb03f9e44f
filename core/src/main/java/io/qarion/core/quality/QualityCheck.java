package io.qarion.core.quality;

import java.math.BigDecimal;

/**
 * A statement about data that should hold.
 *
 * @param path where it was written
 * @param id names it among the checks of a suite
 * @param threshold share of the rows that must pass, from 0 to 1; 1 where single rows do not count
 */
public record QualityCheck(
    String path,
    String id,
    String name,
    CheckType type,
    CheckKind kind,
    CheckSeverity severity,
    BigDecimal threshold,
    boolean enabled) {

  /** Whether so many failing rows among so many are few enough. */
  boolean allows(long failed, long rows) {
    return BigDecimal.valueOf(rows - failed).compareTo(threshold.multiply(BigDecimal.valueOf(rows)))
        >= 0;
  }
}
