package io.qarion.core.run;

import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.outbox.Delivery;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Delivers the events that wait; one that is not accepted waits on and does not fail the run. */
final class RelayStep {

  private final RunEnvironment environment;

  RelayStep(RunEnvironment environment) {
    this.environment = environment;
  }

  StepStatistics run(StepWork.Relay work, StepRun run) {
    Delivery delivery =
        new OutboxRelay(environment, work, InstantSource.system()).deliver(run.cancellation());
    if (!delivery.isComplete()) {
      run.warnings().add(problem(work, delivery));
    }
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      run.commit(transaction, delivery.sent(), Optional.empty());
    }
    return new StepStatistics(
        delivery.sent() + delivery.failed() + delivery.dead(),
        delivery.sent(),
        delivery.dead(),
        0,
        0,
        Duration.ZERO,
        -1,
        -1);
  }

  /** Says which events were not accepted, and what becomes of them. */
  static Problem problem(StepWork.Relay work, Delivery delivery) {
    return Problem.warning(
        "relay.failed",
        Place.of(work.element()),
        "%,d events were not accepted, %,d of them for the last time:\n  %s"
            .formatted(
                delivery.failed() + delivery.dead(),
                delivery.dead(),
                String.join("\n  ", delivery.reasons())),
        "They are offered again by the next run, or by 'relay'; after max_attempts an event is dead"
            + " and those after it of the same aggregate wait.");
  }
}
