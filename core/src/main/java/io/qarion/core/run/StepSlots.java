package io.qarion.core.run;

import io.qarion.core.progress.Cancellation;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many steps may be at work at once, whichever flows they belong to. A step that runs another
 * flow takes no slot: its steps do.
 */
final class StepSlots {

  private final Semaphore free;

  StepSlots(int slots) {
    this.free = new Semaphore(slots, true);
  }

  /** Works as soon as there is a slot. */
  <T> T work(Cancellation cancellation, Supplier<T> work) {
    cancellation.acquire(free);
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
