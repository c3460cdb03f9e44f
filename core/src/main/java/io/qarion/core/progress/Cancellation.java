package io.qarion.core.progress;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Asks work in progress to stop; safe for use by several threads. */
public final class Cancellation {

  /** Code of the problem that stopped work reports. */
  public static final String CODE = "run.cancelled";

  private static final long WAIT_MILLIS = 20;

  private final Set<Runnable> listeners = new LinkedHashSet<>();
  private boolean requested;

  /** Stops the work: calls every listener once, in the thread of the caller. */
  public void cancel() {
    List<Runnable> toCall;
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
      toCall = List.copyOf(listeners);
      listeners.clear();
    }
    toCall.forEach(Runnable::run);
  }

  public synchronized boolean isRequested() {
    return requested;
  }

  /** Throws the problem with code {@link #CODE} if stopping was asked for. */
  public void throwIfRequested() {
    if (isRequested()) {
      throw new QarionException(
          Problem.error(CODE, Place.UNKNOWN, "The run was stopped.", "Run it again to resume."));
    }
  }

  /**
   * Takes a permit, and waits for it as long as nobody asks to stop.
   *
   * @throws QarionException with code {@link #CODE} if stopping was asked for meanwhile
   */
  public void acquire(Semaphore permits) {
    try {
      while (!permits.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throwIfRequested();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  /**
   * Calls {@code onCancel} when stopping is asked for, at once if it already was.
   *
   * @return ends the registration; must be closed when the work is over
   */
  public Registration onCancel(Runnable onCancel) {
    synchronized (this) {
      if (!requested) {
        listeners.add(onCancel);
        return () -> remove(onCancel);
      }
    }
    onCancel.run();
    return () -> {};
  }

  private synchronized void remove(Runnable listener) {
    listeners.remove(listener);
  }

  /** A listener's stay with a cancellation. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
