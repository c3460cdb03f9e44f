package io.qarion.core.problem;

/** How much a {@link Problem} matters, least first. */
public enum Severity {
  /** Worth knowing; nothing has to be done. */
  HINT,
  /** Probably not what was meant; a run is still possible. */
  WARNING,
  /** A run is refused until this is mended. */
  ERROR
}
