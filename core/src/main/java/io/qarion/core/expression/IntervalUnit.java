package io.qarion.core.expression;

import java.util.Locale;
import java.util.Optional;

/** What an interval literal counts. */
public enum IntervalUnit {
  YEAR,
  MONTH,
  WEEK,
  DAY,
  HOUR,
  MINUTE,
  SECOND;

  /** The word for it in an expression. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a date can be moved by it and stay a date. */
  public boolean isWholeDays() {
    return compareTo(DAY) <= 0;
  }

  /** Reads {@code month} or {@code months}, in any case. */
  public static Optional<IntervalUnit> parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    for (IntervalUnit unit : values()) {
      if (word.equals(unit.text()) || word.equals(unit.text() + "s")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
