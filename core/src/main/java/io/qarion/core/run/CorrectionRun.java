package io.qarion.core.run;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands parked rows in again, corrected or as they are, in a batch of their own. What is handed in
 * is kept like a delivery before the flow's steps see it, so that a crash loses nothing of it and
 * computing everything again does not either.
 */
final class CorrectionRun {

  private final BatchRuns runs;
  private final Engine engine;

  CorrectionRun(BatchRuns runs) {
    this.runs = runs;
    this.engine = runs.environment().engine();
  }

  /**
   * Hands rows in and runs their batch.
   *
   * @param file of corrections; without one all parked rows are handed in as they are
   */
  RunResult run(Optional<String> file) {
    Corrections corrections = corrections();
    refuseIfOpen();
    var handedIn = new HandedInRows(runs.environment(), corrections, runs.cancellation());
    if (handedIn.parked() == 0) {
      return new RunResult(
          runs.reporter().run(),
          RunStatus.SUCCESS,
          StepStatistics.NONE,
          "Nothing to do: no row is parked.",
          List.of());
    }
    Batch batch = engine.ledger().startBatch(runs.flow().flow().id());
    try (EngineTransaction transaction = engine.begin(runs.cancellation())) {
      handIn(file, handedIn, batch, transaction);
      transaction.commit();
    } catch (QarionException e) {
      engine.ledger().endBatch(batch.flow(), batch.id(), BatchStatus.ABANDONED);
      throw e;
    }
    return runs.run();
  }

  private void handIn(
      Optional<String> file, HandedInRows handedIn, Batch batch, EngineTransaction transaction) {
    var context =
        new BatchContext(
            batch.id(),
            engine.ledger().lastSuccess(batch.flow()).map(Batch::id),
            batch.clock(),
            runs.parameters());
    long rows =
        file.isPresent()
            ? handedIn.take(
                file.get(),
                context,
                transaction,
                problem -> runs.count(StepStatistics.NONE, List.of(problem)))
            : handedIn.takeAll(context, transaction);
    loads()
        .forEach(load ->
            transaction
                .ledger()
                .committed(
                    new StepCommit(
                        batch.flow(),
                        load,
                        batch.id(),
                        "corrections",
                        batch.clock(),
                        rows,
                        Optional.empty())));
  }

  /** The batch has no files, which its loads are told by being done. */
  private Stream<TaskId> loads() {
    return runs.flow().works().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof StepWork.Load)
        .map(Map.Entry::getKey);
  }

  private Corrections corrections() {
    return runs.flow().works().values().stream()
        .flatMap(work ->
            work instanceof StepWork.Transform transform
                ? transform.corrections().stream()
                : Stream.empty())
        .findFirst()
        .orElseThrow(() ->
            new QarionException(
                Problem.error(
                    "flow.parks_nothing",
                    Place.of("flow_type"),
                    "The flow '%s' parks no rows, so there are none to replay."
                        .formatted(runs.flow().flow().id()),
                    "Name a flow of type error_parking.")));
  }

  private void refuseIfOpen() {
    runs.recorded().stream()
        .filter(batch -> batch.status() == BatchStatus.OPEN)
        .findFirst()
        .ifPresent(batch -> {
          throw new QarionException(
              Problem.error(
                  "batch.unfinished",
                  Place.UNKNOWN,
                  "Batch %d is not finished.".formatted(batch.id()),
                  "Run the flow first, which resumes it, or with --restart, which gives it up."));
        });
  }
}
