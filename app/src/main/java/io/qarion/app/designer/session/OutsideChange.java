package io.qarion.app.designer.session;

import io.qarion.core.toml.TomlDocument;

/** What somebody else has done to a flow's file and the user has not answered yet. */
public sealed interface OutsideChange {

  /** Nothing, or nothing that needs an answer. */
  record None() implements OutsideChange {}

  /**
   * It was changed while there were edits that are not saved.
   *
   * @param theirs what it has now
   */
  record Changed(TomlDocument theirs) implements OutsideChange {}

  /** It is gone; saving writes it again. */
  record Deleted() implements OutsideChange {}
}
