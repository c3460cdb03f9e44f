package io.qarion.core.progress;

import java.util.Locale;

/** How a run or a step stands. */
public enum RunStatus {
  RUNNING,
  SUCCESS,
  FAILED,
  CANCELLED,
  /** Its process is gone without a word. */
  INTERRUPTED,
  SKIPPED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RunStatus parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
