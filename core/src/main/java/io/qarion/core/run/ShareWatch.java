package io.qarion.core.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/**
 * Asks an engine several times a second how far it is. What it says never goes back, although each
 * statement begins anew: reading comes first, and what follows is counted with it.
 */
final class ShareWatch implements AutoCloseable {

  private static final long PERIOD_MILLIS = 100;

  private final Engine engine;
  private final DoubleConsumer share;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("share-watch").factory());
  private double most;

  /**
   * @param share gets a share from 0 to 1, on a thread of its own; nothing of an engine that can't
   *     say
   */
  private ShareWatch(Engine engine, DoubleConsumer share) {
    this.engine = engine;
    this.share = share;
  }

  /** Asks until it is closed. */
  static ShareWatch start(Engine engine, DoubleConsumer share) {
    var watch = new ShareWatch(engine, share);
    if (engine.capabilities().contains(EngineCapability.PROGRESS)) {
      var _ =
          watch.timer.scheduleAtFixedRate(
              watch::ask, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
    return watch;
  }

  /** Says that all is done. */
  void done() {
    if (engine.capabilities().contains(EngineCapability.PROGRESS)) {
      say(1);
    }
  }

  private void ask() {
    engine.progress().ifPresent(this::say);
  }

  private synchronized void say(double now) {
    if (now > most) {
      most = now;
      share.accept(now);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    timer.close();
  }
}
