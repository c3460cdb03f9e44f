package io.qarion.benchmarks;

import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/**
 * Opens a project of millions of rows in the window, previews, edits and runs it, and prints how
 * long rows took to be shown, and how long the window's thread took to answer meanwhile.
 */
public final class LargeProjectRun {

  private static final int ROUNDS = 8;
  private static final int EDITS = 10;
  private static final int LONGEST_SECONDS = 60;
  private static final int LEAST_AMOUNT = 100;

  private final OpenWindow window;
  private final Heartbeat heartbeat;

  private LargeProjectRun(OpenWindow window, Heartbeat heartbeat) {
    this.window = window;
    this.heartbeat = heartbeat;
  }

  /** Takes the project's folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(() -> {});
    OpenWindow window = OpenWindow.ask(() -> new OpenWindow(user, Optional.empty()));
    var heartbeat = new Heartbeat(OpenWindow.ask(Thread::currentThread));
    Thread beats = Thread.ofPlatform().name("heartbeat").start(heartbeat);
    new LargeProjectRun(window, heartbeat).measure(Path.of(args[0]));
    beats.interrupt();
    beats.join();
    heartbeat.print();
    Platform.runLater(window::close);
  }

  private void measure(Path project) throws InterruptedException {
    heartbeat.phase("open");
    window.open(project);
    heartbeat.phase("preview, nothing run");
    look("cold, nothing run", 1);
    look("warm, nothing run", ROUNDS);
    heartbeat.phase("edit");
    edit();
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
        long took = shown(step);
        figures.add(took);
        all.add(took);
        clear();
      }
      System.out.println(figures.line(name + ": " + step));
    }
    System.out.println(all.line(name));
  }

  private void clear() {
    OpenWindow.ask(() -> {
      window.flow().selection().set(Optional.empty());
      return true;
    });
  }

  /** From the choice of a step to the end of the frame with its rows. */
  private long shown(String step) {
    var done = new CompletableFuture<Long>();
    long start =
        OpenWindow.ask(() -> {
          TableView<?> grid = (TableView<?>) window.stage().getScene().lookup("#preview-grid");
          listen(grid, done);
          long now = System.nanoTime();
          window.flow().selection().set(Optional.of(new TaskId(step)));
          return now;
        });
    done.completeOnTimeout(0L, LONGEST_SECONDS, TimeUnit.SECONDS);
    long end = done.join();
    if (end == 0) {
      throw new IllegalStateException(OpenWindow.ask(() -> "no rows of " + step + ": " + said()));
    }
    return end - start;
  }

  private String said() {
    return Stream.of("#preview-summary", "#preview-failure", "#failure")
        .map(window.stage().getScene()::lookup)
        .filter(Objects::nonNull)
        .filter(Node::isVisible)
        .flatMap(node -> Stream.concat(Stream.of(node), node.lookupAll(".label").stream()))
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .collect(Collectors.joining("; "));
  }

  private void listen(TableView<?> grid, CompletableFuture<Long> done) {
    var afterFrame = new Runnable[1];
    afterFrame[0] =
        () -> {
          done.complete(System.nanoTime());
          window.stage().getScene().removePostLayoutPulseListener(afterFrame[0]);
        };
    ChangeListener<Object> rows =
        new ChangeListener<>() {
          @Override
          public void changed(ObservableValue<?> items, Object before, Object now) {
            if (now instanceof List<?> list && !list.isEmpty()) {
              grid.itemsProperty().removeListener(this);
              window.stage().getScene().addPostLayoutPulseListener(afterFrame[0]);
            }
          }
        };
    grid.itemsProperty().addListener(rows);
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
}
