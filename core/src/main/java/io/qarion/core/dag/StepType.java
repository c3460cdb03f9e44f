package io.qarion.core.dag;

import java.util.Locale;

/** What kind of work a step is. */
public enum StepType {
  INGESTION,
  TRANSFORMATION,
  QUALITY_CHECK,
  EXPORT,
  RELAY,
  FLOW;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
