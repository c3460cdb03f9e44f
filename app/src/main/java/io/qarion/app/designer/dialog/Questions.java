package io.qarion.app.designer.dialog;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Theme;

/**
 * What is asked before a project is left.
 *
 * @param running before runs are stopped
 * @param unsaved before changes are dropped
 */
public record Questions(RunningQuestion running, UnsavedQuestion unsaved) {

  /** Makes the questions of a window. */
  @FunctionalInterface
  public interface Maker {
    Questions make(Theme theme, Messages messages);
  }
}
