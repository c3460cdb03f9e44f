package io.qarion.benchmarks;

import io.qarion.core.plan.CompiledFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/**
 * Opens a project of millions of rows in the window, previews, edits and runs it, and prints how
 * long rows took to be shown, and how long the window's thread took to answer meanwhile.
 */
public final class LargeProjectRun {

  private static final int ROUNDS = 8;
  private static final int EDITS = 10;
  private static final int LEAST_AMOUNT = 100;

  private final OpenWindow window;
  private final Heartbeat heartbeat;
  private final ShownRows rows;

  private LargeProjectRun(OpenWindow window, Heartbeat heartbeat) {
    this.window = window;
    this.heartbeat = heartbeat;
    this.rows = new ShownRows(window);
  }

  /** Takes the project's folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(() -> {});
    OpenWindow window = OpenWindow.ask(() -> new OpenWindow(user, Optional.empty()));
    var heartbeat = new Heartbeat(OpenWindow.ask(Thread::currentThread));
    Thread beats = Thread.ofPlatform().name("heartbeat").start(heartbeat);
    try {
      new LargeProjectRun(window, heartbeat).measure(Path.of(args[0]));
    } finally {
      beats.interrupt();
      Platform.runLater(window::close);
    }
    beats.join();
    heartbeat.print();
  }

  private void measure(Path project) throws InterruptedException {
    heartbeat.phase("open");
    window.open(project);
    heartbeat.phase("preview, nothing run");
    look("cold, nothing run", 1);
    look("warm, nothing run", ROUNDS);
    heartbeat.phase("edit");
    edit();
    heartbeat.phase("edit to preview");
    seeEdits();
    heartbeat.phase("run");
    window.run();
    heartbeat.phase("preview, after a run");
    look("first after a run", 1);
    look("warm, after a run", ROUNDS);
    heartbeat.phase("");
  }

  private void look(String name, int rounds) {
    var all = new Figures();
    for (String step : LargeProject.STEPS) {
      var figures = new Figures();
      for (int round = 0; round < rounds; round++) {
        long took = rows.choose(step);
        figures.add(took);
        all.add(took);
        rows.clear();
      }
      System.out.println(figures.line(name + ": " + step));
    }
    System.out.println(all.line(name));
  }

  /** Types a condition that takes other rows each time, and waits until it is checked. */
  private void edit() throws InterruptedException {
    for (int i = 1; i <= EDITS; i++) {
      String condition = "amount >= " + (LEAST_AMOUNT + i);
      CompiledFlow before =
          OpenWindow.ask(() -> {
            CompiledFlow checked = window.flow().compiled().get().orElseThrow();
            String text = window.flow().document().text();
            window.flow().type("Type", text.replaceAll("amount >= \\d+", condition));
            return checked;
          });
      OpenWindow.await(
          () -> window.flow().compiled().get().filter(now -> !now.equals(before)).isPresent());
    }
  }

  /** Changes the condition of the chosen step, and waits for its rows. */
  private void seeEdits() {
    for (String step : List.of("paid", "named", "countries")) {
      rows.choose(step);
      var figures = new Figures();
      for (int i = 1; i <= EDITS; i++) {
        String condition = "amount >= " + (LEAST_AMOUNT - i);
        figures.add(
            rows.after(
                step,
                () ->
                    window
                        .flow()
                        .type(
                            "Type",
                            window
                                .flow()
                                .document()
                                .text()
                                .replaceAll("amount >= \\d+", condition))));
      }
      System.out.println(figures.line("edited until its rows are seen: " + step));
      rows.clear();
    }
  }
}
