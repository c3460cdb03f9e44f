package io.qarion.app.designer.start;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Prints how soon a window's first frame and the graph of its project are there; then it ends. */
public final class StartReport extends AnimationTimer {

  /** System property that asks for a report and for the window to close itself afterwards. */
  public static final String PROPERTY = "qarion.start-report";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Scene scene;
  private final Runnable end;
  private int frames;

  /**
   * @param end what to do when there is nothing more to report
   */
  public StartReport(Scene scene, Runnable end) {
    this.scene = scene;
    this.end = end;
  }

  @Override
  public void handle(long now) {
    frames++;
    // The first call comes before the first frame.
    if (frames == 2) {
      print("first frame");
    }
    if (scene.lookup(".node-card") != null) {
      print("graph of the project");
      finish();
    } else if (sinceStart().compareTo(PATIENCE) > 0) {
      print("no graph");
      finish();
    }
  }

  private void finish() {
    stop();
    end.run();
  }

  private static void print(String what) {
    System.out.printf(Locale.ROOT, "  %-22s %d ms%n", what, sinceStart().toMillis());
  }

  private static Duration sinceStart() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }
}
