package io.qarion.app.designer.preview;

import io.qarion.app.designer.task.UiThread;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands in for the window's thread: the test does what is queued, when it wants to. */
final class QueuedUiThread implements UiThread {

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  @Override
  public void run(Runnable work) {
    queue.add(work);
  }

  /** Does what comes until something is so. */
  void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Runnable next = queue.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("waited in vain");
      }
      next.run();
    }
  }
}
