package io.qarion.app.designer.control;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something after a pause without anything new. */
public final class Delay {

  private final PauseTransition pause;

  /**
   * @param millis how long it waits
   */
  public Delay(long millis) {
    pause = new PauseTransition(Duration.millis((double) millis));
  }

  /** Begins to wait anew; what was waited for before does not happen. */
  public void restart(Runnable then) {
    pause.setOnFinished(_ -> then.run());
    pause.playFromStart();
  }

  /** What is waited for does not happen. */
  public void stop() {
    pause.stop();
  }
}
