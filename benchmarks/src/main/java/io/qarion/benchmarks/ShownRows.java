package io.qarion.benchmarks;

import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** Chooses steps in the window and says how long their rows took to be shown. */
final class ShownRows {

  private static final int LONGEST_SECONDS = 60;

  private final OpenWindow window;

  ShownRows(OpenWindow window) {
    this.window = window;
  }

  /** Nanoseconds from the choice of a step to the end of the frame with its rows. */
  long choose(String step) {
    return after(step, () -> window.flow().selection().set(Optional.of(new TaskId(step))));
  }

  /** Nanoseconds from something that changes the rows shown to the end of the frame with them. */
  long after(String step, Runnable change) {
    var done = new CompletableFuture<Long>();
    long start =
        OpenWindow.ask(() -> {
          TableView<?> grid = (TableView<?>) window.stage().getScene().lookup("#preview-grid");
          listen(grid, done);
          long now = System.nanoTime();
          change.run();
          return now;
        });
    done.completeOnTimeout(0L, LONGEST_SECONDS, TimeUnit.SECONDS);
    long end = done.join();
    if (end == 0) {
      throw new IllegalStateException(OpenWindow.ask(() -> "no rows of " + step + ": " + said()));
    }
    return end - start;
  }

  /** Chooses nothing. */
  void clear() {
    OpenWindow.ask(() -> {
      window.flow().selection().set(Optional.empty());
      return true;
    });
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
}
