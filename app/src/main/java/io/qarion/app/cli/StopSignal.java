package io.qarion.app.cli;

import io.qarion.core.progress.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into a cancellation: the process stays until the run has come to a clean end, a few
 * seconds at most.
 */
final class StopSignal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  StopSignal(Cancellation cancellation) {
    hook =
        new Thread(
            () -> {
              cancellation.cancel();
              await();
            },
            "stop-signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already, which is what the hook was for.
      ended.countDown();
    }
  }

  private void await() {
    try {
      var _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
