package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.StepProfile;
import io.qarion.core.transform.BatchContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One step of one batch as it is carried out.
 *
 * @param files what an ingestion reads
 * @param fingerprint to be noted with the commit
 * @param warnings collects what the user should know though the step succeeds
 * @param profiles collects what the engine says of each transaction
 */
record StepRun(
    Flow flow,
    DagNode node,
    BatchContext batch,
    List<PlannedFile> files,
    String fingerprint,
    RunReporter reporter,
    Cancellation cancellation,
    List<Problem> warnings,
    List<StepProfile> profiles) {

  StepRun(
      Flow flow,
      DagNode node,
      BatchContext batch,
      List<PlannedFile> files,
      String fingerprint,
      RunReporter reporter,
      Cancellation cancellation) {
    this(
        flow,
        node,
        batch,
        files,
        fingerprint,
        reporter,
        cancellation,
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** Notes that the step's work is in the store, and makes both take effect. */
  void commit(EngineTransaction transaction, long rows, Optional<Long> watermark) {
    cancellation.throwIfRequested();
    note(transaction, rows, watermark);
    transaction.commit();
  }

  /** Notes that the step's work is in the store as soon as the transaction takes effect. */
  void note(EngineTransaction transaction, long rows, Optional<Long> watermark) {
    profiles.add(transaction.profile());
    transaction
        .ledger()
        .committed(
            new StepCommit(
                flow.id(),
                node.id(),
                batch.batchId(),
                fingerprint,
                batch.clock(),
                rows,
                watermark));
  }

  /** The same failure; a problem that does not say where it is stands at the step. */
  QarionException located(QarionException failure) {
    return new QarionException(
        failure.problems().stream()
            .map(problem ->
                problem.place().element().isEmpty()
                    ? problem.at(problem.place().withElement(node.element()))
                    : problem)
            .toList());
  }

  /** What the engine says of the step's statements. */
  StepProfile profile() {
    return profiles.isEmpty() ? StepProfile.NONE : profiles.getLast();
  }
}
