package io.qarion.app.designer.task;

import javafx.application.Platform;

/** The thread of JavaFX. */
public final class PlatformUiThread implements UiThread {

  @Override
  public void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }
}
