package io.qarion.core.run;

import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Sends the events of one run to its listener, one at a time and in order. */
final class RunReporter {

  private final RunId run;
  private final Consumer<RunEvent> listener;
  private final InstantSource clock;

  RunReporter(RunId run, Consumer<RunEvent> listener, InstantSource clock) {
    this.run = run;
    this.listener = listener;
    this.clock = clock;
  }

  RunId run() {
    return run;
  }

  /** Makes an event of the run's id and the time now, and sends it. */
  synchronized void send(BiFunction<RunId, Instant, RunEvent> event) {
    listener.accept(event.apply(run, clock.instant()));
  }
}
