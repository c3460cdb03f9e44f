package io.qarion.core.engine;

/** What an engine may be able to do; a flow that needs what it lacks is refused when checked. */
public enum EngineCapability {
  /** Reads and writes files itself. */
  FILES,
  /** Runs a SELECT in its own SQL. */
  RAW_SQL,
  /** Decimals of more than 18 digits. */
  WIDE_DECIMALS,
  /** Keeps its data when the program ends. */
  PERSISTENT,
  /** Can be asked how far a statement is. */
  PROGRESS,
  /** The type {@code binary}. */
  BINARY
}
