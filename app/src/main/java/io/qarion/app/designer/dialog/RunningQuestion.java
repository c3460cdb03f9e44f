package io.qarion.app.designer.dialog;

import java.util.List;

/** Asks whether runs under way may be stopped. */
@FunctionalInterface
public interface RunningQuestion {

  /**
   * Whether they may.
   *
   * @param flows names of those that run
   */
  boolean mayStop(List<String> flows);
}
