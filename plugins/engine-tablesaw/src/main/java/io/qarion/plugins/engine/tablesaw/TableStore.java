package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.progress.Cancellation;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Holds what was committed last. One transaction writes at a time; others wait, which can be
 * cancelled, and read what was committed meanwhile.
 */
final class TableStore {

  private final Semaphore writing = new Semaphore(1, true);
  private final Keeper keeper;
  private volatile StoreState state;

  /** Where states are kept beyond the program's end. */
  interface Keeper {

    StoreState load();

    /** Keeps a state as a whole or, with an exception, not at all. */
    void keep(StoreState before, StoreState after);
  }

  TableStore(Keeper keeper) {
    this.keeper = keeper;
    this.state = keeper.load();
  }

  StoreState state() {
    return state;
  }

  /** Waits until nobody else writes. */
  void startWriting(Cancellation cancellation) {
    cancellation.acquire(writing);
  }

  /** Makes a state that of the store; only who writes may. */
  void commit(StoreState after) {
    keeper.keep(state, after);
    state = after;
  }

  void endWriting() {
    writing.release();
  }

  /** A short change on its own. */
  <T> T change(Function<StoreState, Map.Entry<StoreState, T>> work) {
    startWriting(new Cancellation());
    try {
      Map.Entry<StoreState, T> changed = work.apply(state);
      commit(changed.getKey());
      return changed.getValue();
    } finally {
      endWriting();
    }
  }
}
