package io.qarion.core.run;

import io.qarion.core.history.HistoryRepository;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes the events of a run into the history, and a sign of life every second. */
final class HistoryKeeper implements Consumer<RunEvent>, AutoCloseable {

  private final HistoryRepository history;
  private final Consumer<RunEvent> next;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-heartbeat").factory());

  HistoryKeeper(HistoryRepository history, Consumer<RunEvent> next) {
    this.history = history;
    this.next = next;
  }

  @Override
  public void accept(RunEvent event) {
    history.record(event);
    if (event instanceof RunEvent.RunStarted) {
      RunId run = event.run();
      var _ = heartbeat.scheduleAtFixedRate(() -> history.heartbeat(run), 1, 1, TimeUnit.SECONDS);
    }
    next.accept(event);
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    heartbeat.close();
  }
}
