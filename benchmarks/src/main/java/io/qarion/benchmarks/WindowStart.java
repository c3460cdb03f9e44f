package io.qarion.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Opens the window on a project and prints when the first frame and the graph were there. */
public final class WindowStart {

  private WindowStart() {}

  /** Takes the project's folder. */
  public static void main(String[] args) throws IOException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(
        () -> new FirstFrames(new OpenWindow(user, Optional.of(Path.of(args[0])))).start());
  }

  /** Looks at each frame until the graph is in it. */
  private static final class FirstFrames extends AnimationTimer {

    private final OpenWindow window;
    private int frames;

    FirstFrames(OpenWindow window) {
      this.window = window;
    }

    @Override
    public void handle(long now) {
      frames++;
      if (frames == 2) {
        print("first frame");
      }
      if (window.stage().getScene().lookup(".node-card") != null) {
        print("graph of the project");
        stop();
        window.close();
      }
    }
  }

  private static void print(String what) {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.printf(Locale.ROOT, "  %-22s %d ms%n", what, System.currentTimeMillis() - start);
  }
}
