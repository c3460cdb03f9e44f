package io.qarion.core.quality;

import java.util.Locale;

/** What a failed check means for the run. */
public enum CheckSeverity {
  INFO,
  WARNING,
  /** The run fails. */
  ERROR,
  /** The run fails at once. */
  CRITICAL;

  public boolean failsRun() {
    return this == ERROR || this == CRITICAL;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An unknown word counts as {@code error}; the check of declared properties reports it. */
  public static CheckSeverity parse(String text) {
    for (CheckSeverity severity : values()) {
      if (severity.text().equals(text)) {
        return severity;
      }
    }
    return ERROR;
  }
}
