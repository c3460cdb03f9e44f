package io.qarion.app.designer.task;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs work on virtual threads and brings what comes of it back to the window's thread. */
public final class BackgroundTasks {

  private final UiThread ui;
  private final ObservableList<BackgroundTask> running = FXCollections.observableArrayList();

  private final ObservableList<BackgroundTask> seen =
      FXCollections.unmodifiableObservableList(running);

  public BackgroundTasks(UiThread ui) {
    this.ui = ui;
  }

  /** Shown work under way, oldest first; changes in the window's thread only. */
  public ObservableList<BackgroundTask> running() {
    return seen;
  }

  /**
   * Starts work that the status bar shows.
   *
   * @param done gets the result in the window's thread
   * @param failed gets what went wrong in the window's thread; also that it was cancelled
   */
  public <T> BackgroundTask start(
      String name, Work<T> work, Consumer<T> done, Consumer<QarionException> failed) {
    return start(new BackgroundTask(name, true, new Cancellation()), work, done, failed);
  }

  /** Starts work that nobody needs to see, such as a preview. */
  public <T> BackgroundTask startQuietly(
      String name, Work<T> work, Consumer<T> done, Consumer<QarionException> failed) {
    return start(new BackgroundTask(name, false, new Cancellation()), work, done, failed);
  }

  private <T> BackgroundTask start(
      BackgroundTask task, Work<T> work, Consumer<T> done, Consumer<QarionException> failed) {
    if (task.shown()) {
      ui.run(() -> running.add(task));
    }
    Thread.ofVirtual()
        .name(task.name())
        .uncaughtExceptionHandler((_, error) -> end(task, () -> failed.accept(broken(error))))
        .start(() -> carryOut(task, work, done, failed));
    return task;
  }

  private <T> void carryOut(
      BackgroundTask task, Work<T> work, Consumer<T> done, Consumer<QarionException> failed) {
    try {
      T result = work.run(task.cancellation());
      end(task, () -> done.accept(result));
    } catch (QarionException e) {
      end(task, () -> failed.accept(e));
    }
  }

  private void end(BackgroundTask task, Runnable report) {
    ui.run(() -> {
      running.remove(task);
      report.run();
    });
  }

  private static QarionException broken(Throwable error) {
    return new QarionException(
        Problem.error(
            "program.error",
            Place.UNKNOWN,
            "The program made a mistake: "
                + Objects.requireNonNullElse(error.getMessage(), error.getClass().getName()),
            "Nothing is lost. Please report it with what you did last."),
        error);
  }
}
