package io.qarion.benchmarks;

import io.qarion.app.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a user waits for {@code validate}, from the start of the process to its end. */
final class StartBenchmark {

  private static final int RUNS = 5;

  private final Path project;

  StartBenchmark(Path project) {
    this.project = project;
  }

  void run() throws IOException, InterruptedException {
    var runs = new ArrayList<Timing>();
    Path log = Files.createTempFile("qarion-start", ".log");
    try {
      for (int run = 0; run < RUNS; run++) {
        runs.add(
            ChildProcess.run(
                Launcher.class, List.of("validate", "--project", project.toString()), log));
      }
    } finally {
      Files.delete(log);
    }
    System.out.printf(Locale.ROOT, "%s (%s)%n", Timing.summary("validate", runs), Machine.load());
  }
}
