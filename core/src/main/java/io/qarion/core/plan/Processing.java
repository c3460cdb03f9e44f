package io.qarion.core.plan;

import java.util.Optional;

/** Which batches a run does. */
public sealed interface Processing {

  /** What is new since the last batch. */
  record Incremental() implements Processing {}

  /** All batches again, from the rows in landing; then what is new. */
  record FullRefresh() implements Processing {}

  /** All batches again, from their files; then what is new. */
  record Reload() implements Processing {}

  /**
   * The newest batch again, from its files, and nothing else.
   *
   * @param batch the batch that the user means, where one is named
   */
  record Rerun(Optional<Long> batch) implements Processing {}

  /**
   * Rows that were parked, and nothing else.
   *
   * @param corrections file of corrections, relative to the project; without one all parked rows
   *     are checked again as they are
   */
  record Corrected(Optional<String> corrections) implements Processing {}
}
