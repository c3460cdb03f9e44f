package io.qarion.app.designer.task;

import io.qarion.core.problem.QarionException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work of which only the latest request counts, such as a preview: an earlier one is cancelled, and
 * what still comes of it is dropped. To be used in the window's thread.
 */
public final class LatestTask {

  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final String name;
  private final long pauseMillis;
  private long latest;
  private Optional<BackgroundTask> running = Optional.empty();

  /**
   * @param pauseMillis how long nothing new must be asked for before work begins; 0 for at once
   */
  public LatestTask(BackgroundTasks tasks, UiThread ui, String name, long pauseMillis) {
    this.tasks = tasks;
    this.ui = ui;
    this.name = name;
    this.pauseMillis = pauseMillis;
  }

  /** Asks for something new; what was asked for before does not count any more. */
  public <T> void submit(Work<T> work, Consumer<T> done, Consumer<QarionException> failed) {
    cancel();
    long number = latest;
    if (pauseMillis == 0) {
      start(number, work, done, failed);
      return;
    }
    Executor later = CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS, ui::run);
    later.execute(() -> start(number, work, done, failed));
  }

  /** Drops what was asked for. */
  public void cancel() {
    latest++;
    running.ifPresent(BackgroundTask::cancel);
    running = Optional.empty();
  }

  private <T> void start(
      long number, Work<T> work, Consumer<T> done, Consumer<QarionException> failed) {
    if (number != latest) {
      return;
    }
    running =
        Optional.of(
            tasks.startQuietly(
                name,
                work,
                result -> ifLatest(number, () -> done.accept(result)),
                error -> ifLatest(number, () -> failed.accept(error))));
  }

  private void ifLatest(long number, Runnable report) {
    if (number == latest) {
      report.run();
    }
  }
}
