package io.qarion.app.designer.session;

import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.util.Optional;
import java.util.function.Consumer;

/** Hears the events of a run, but not those of flows that it runs: they are in the history. */
final class OwnEvents implements Consumer<RunEvent> {

  private final Consumer<RunEvent> listener;
  private Optional<RunId> own = Optional.empty();

  OwnEvents(Consumer<RunEvent> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(RunEvent event) {
    if (isOwn(event.run())) {
      listener.accept(event);
    }
  }

  /** The first event of all is that of the run itself. */
  private synchronized boolean isOwn(RunId run) {
    if (own.isEmpty()) {
      own = Optional.of(run);
    }
    return own.get().equals(run);
  }
}
