package io.qarion.core.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a failed check means for the run. */
public enum CheckSeverity {
  INFO,
  WARNING,
  /** The run fails; what does not depend on the checks is still done. */
  ERROR,
  /** The run fails at once. */
  CRITICAL;

  public boolean failsRun() {
    return this == ERROR || this == CRITICAL;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity with this word; empty if there is none. */
  public static Optional<CheckSeverity> parse(String text) {
    return Arrays.stream(values()).filter(severity -> severity.text().equals(text)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(CheckSeverity::text).toList();
  }
}
