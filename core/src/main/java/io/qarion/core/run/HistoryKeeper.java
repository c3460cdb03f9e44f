package io.qarion.core.run;

import io.qarion.core.history.HistoryRepository;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes the events of a run into the history, and a sign of life every second. The history only
 * listens: where it can't be written the run goes on without it.
 */
final class HistoryKeeper implements Consumer<RunEvent>, AutoCloseable {

  private final HistoryRepository history;
  private final Consumer<RunEvent> next;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-heartbeat").factory());

  private Optional<QarionException> failure = Optional.empty();

  HistoryKeeper(HistoryRepository history, Consumer<RunEvent> next) {
    this.history = history;
    this.next = next;
  }

  @Override
  public void accept(RunEvent event) {
    keep(event);
    if (event instanceof RunEvent.RunStarted && failure.isEmpty()) {
      RunId run = event.run();
      var _ = heartbeat.scheduleAtFixedRate(() -> history.heartbeat(run), 1, 1, TimeUnit.SECONDS);
    }
    next.accept(event);
  }

  /** Why the history lacks the rest of the run; empty if it has everything. */
  Optional<QarionException> failure() {
    return failure;
  }

  private void keep(RunEvent event) {
    if (failure.isEmpty()) {
      try {
        history.record(event);
      } catch (QarionException e) {
        failure = Optional.of(e);
      }
    }
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    heartbeat.close();
  }
}
