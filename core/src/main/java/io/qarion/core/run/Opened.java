package io.qarion.core.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Things opened one after the other, closed again unless all of them could be. */
final class Opened implements AutoCloseable {

  private final Deque<Runnable> things = new ArrayDeque<>();

  <T> T add(T thing, Consumer<T> close) {
    things.push(() -> close.accept(thing));
    return thing;
  }

  /** From here on everything stays open. */
  void keep() {
    things.clear();
  }

  @Override
  public void close() {
    while (!things.isEmpty()) {
      things.pop().run();
    }
  }
}
