package io.qarion.app.designer.dialog;

import java.util.List;

/** Asks what to do with changes that are not saved when the window is closed. */
@FunctionalInterface
public interface UnsavedQuestion {

  /** What the user wants. */
  enum Answer {
    SAVE,
    DISCARD,
    STAY
  }

  /**
   * What the user wants.
   *
   * @param flows names of those with changes
   */
  Answer ask(List<String> flows);
}
