package io.qarion.app.designer.task;

import io.qarion.core.progress.Cancellation;

/**
 * Work under way, as the status bar shows it.
 *
 * @param name what is done, for people
 * @param shown false for work too common to be shown, such as previews
 */
public record BackgroundTask(String name, boolean shown, Cancellation cancellation) {

  /** Asks it to stop. */
  public void cancel() {
    cancellation.cancel();
  }
}
