package io.qarion.core.engine;

import java.util.Locale;

/** How far a batch came. */
public enum BatchStatus {
  /** Started and not ended: running, or left by a crash or failure; can be resumed. */
  OPEN,
  SUCCESS,
  /** Given up: its files are free again. */
  ABANDONED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
