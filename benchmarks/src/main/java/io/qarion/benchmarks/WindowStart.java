package io.qarion.benchmarks;

import io.qarion.app.designer.start.StartReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;

/** Opens the window on a project and prints when the first frame and the graph were there. */
public final class WindowStart {

  private WindowStart() {}

  /** Takes the project's folder, and when the process was asked for. */
  public static void main(String[] args) throws IOException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(() -> {
      var window = new OpenWindow(user, Optional.of(Path.of(args[0])));
      new StartReport(window.stage().getScene(), args[1], window::close).start();
    });
  }
}
