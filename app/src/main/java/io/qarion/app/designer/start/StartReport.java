package io.qarion.app.designer.start;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Prints how soon a window's first frame and the graph of its project are there; then it ends. */
public final class StartReport extends AnimationTimer {

  /**
   * System property that asks for a report and for the window to close itself afterwards. Its value
   * is when the process was asked for, in milliseconds since 1970; where it is empty, Java's own
   * start counts. What the system says of the start of a process can be wrong by a second.
   */
  public static final String PROPERTY = "qarion.start-report";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Scene scene;
  private final Instant started;
  private final Runnable end;
  private int frames;

  /**
   * @param started when the process was asked for, as the property has it
   * @param end what to do when there is nothing more to report
   */
  public StartReport(Scene scene, String started, Runnable end) {
    this.scene = scene;
    this.started =
        Instant.ofEpochMilli(
            started.isEmpty()
                ? ManagementFactory.getRuntimeMXBean().getStartTime()
                : Long.parseLong(started));
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

  private void print(String what) {
    System.out.printf(Locale.ROOT, "  %-22s %d ms%n", what, sinceStart().toMillis());
  }

  private Duration sinceStart() {
    return Duration.between(started, Instant.now());
  }
}
