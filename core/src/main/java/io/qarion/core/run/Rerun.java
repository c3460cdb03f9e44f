package io.qarion.core.run;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import java.util.List;
import java.util.Optional;

/**
 * Does a flow's newest batch again under its id and clock. Loads and transformations are one
 * transaction; checks and exports follow as those of a resumed batch, which it is from then on.
 */
final class Rerun {

  private final BatchRuns runs;
  private final RecordedFiles recorded;
  private final EarlierBatches earlier;

  Rerun(BatchRuns runs) {
    this.runs = runs;
    this.recorded = new RecordedFiles(runs.environment(), runs.flow());
    this.earlier = new EarlierBatches(runs);
  }

  /**
   * Does the newest batch again.
   *
   * @param named the batch that the user means, where one is named
   */
  RunResult run(Optional<Long> named) {
    List<Batch> batches = runs.recorded();
    Batch batch = newest(batches, named);
    replay(batch, batches.subList(0, batches.size() - 1));
    RunResult after = runs.run();
    return after.status() == RunStatus.SUCCESS
        ? new RunResult(
            after.run(),
            after.status(),
            after.statistics(),
            "Did batch %d again.".formatted(batch.id()),
            after.problems())
        : after;
  }

  private void replay(Batch batch, List<Batch> before) {
    var own = new Replay.Part(batch, EarlierBatches.last(before), steps(), recorded.of(batch));
    try (EngineTransaction transaction = runs.environment().engine().begin(runs.cancellation())) {
      var replay = new Replay(runs, transaction);
      earlier.restore(before, replay, transaction);
      transaction.ledger().reopened(runs.flow().flow().id(), batch.id());
      replay.run(own);
      transaction.commit();
    }
  }

  private List<TaskId> steps() {
    return List.copyOf(runs.flow().works().keySet());
  }

  private static Batch newest(List<Batch> batches, Optional<Long> named) {
    if (batches.isEmpty()) {
      throw refused("No batch of this flow has ended yet.", "Run it without --rerun.");
    }
    Batch newest = batches.getLast();
    if (newest.status() == BatchStatus.OPEN) {
      throw refused(
          "Batch %d is not finished, so it can't be done again.".formatted(newest.id()),
          "Run without --rerun to resume it, or with --restart to give it up.");
    }
    if (named.isPresent() && named.get() != newest.id()) {
      throw refused(
          "Batch %d can't be done again; batch %d is the newest, and only that one can."
              .formatted(named.get(), newest.id()),
          "Write --rerun, or run with --full-refresh or --reload to do all batches again.");
    }
    return newest;
  }

  private static QarionException refused(String message, String fix) {
    return new QarionException(
        Problem.error("batch.not_newest", Place.of("--rerun"), message, fix));
  }
}
