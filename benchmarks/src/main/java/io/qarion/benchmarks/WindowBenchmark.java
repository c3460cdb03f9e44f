package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What a user sees of the window's speed, without a screen and without a graphics card. */
final class WindowBenchmark {

  /** How large the largest public KNIME workflow is, and the size that the bars name. */
  private static final List<List<String>> GRAPHS =
      List.of(List.of("692", "814"), List.of("2000", "3000"));

  private static final int STARTS = 5;

  /** Frames of the canvas while it is moved, zoomed and dragged on. */
  void canvas() throws IOException, InterruptedException {
    for (List<String> graph : GRAPHS) {
      print(CanvasRun.class, graph);
    }
  }

  /** From the start of the process to the first frame, and to a project's graph. */
  void start(Path project) throws IOException, InterruptedException {
    for (int run = 0; run < STARTS; run++) {
      String now = Long.toString(System.currentTimeMillis());
      print(WindowStart.class, List.of(project.toAbsolutePath().toString(), now));
    }
  }

  /** How soon rows are shown, and how long the window's thread is away, on many rows. */
  void large(LargeProject project) throws IOException, InterruptedException, SQLException {
    project.write();
    print(ChildProcess.CALM_WINDOW, LargeProjectRun.class, List.of(project.root().toString()));
  }

  /** How long the window's thread is away with steps of many columns and with a long text. */
  void wide(WideProject project) throws IOException, InterruptedException {
    project.write();
    print(ChildProcess.CALM_WINDOW, WideProjectRun.class, List.of(project.root().toString()));
  }

  /** How long edits and searches take in a project of many flows. */
  void editing(ManyFlows project) throws IOException, InterruptedException {
    project.write();
    print(ChildProcess.CALM_WINDOW, EditingRun.class, List.of(project.root().toString()));
  }

  private static void print(Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    print(ChildProcess.BUSY_WINDOW, program, arguments);
  }

  private static void print(List<String> options, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("qarion-window", ".log");
    try {
      ChildProcess.run(options, program, arguments, log);
      System.out.print(Files.readString(log));
      System.out.println(Machine.load());
    } finally {
      Files.delete(log);
    }
  }
}
