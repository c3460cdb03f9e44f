package io.qarion.core.engine;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a data store remembers of batches, committed steps and loaded files. It stands in the store
 * itself, so that it is changed in one transaction with the data.
 */
public interface StoreLedger {

  /** Starts a batch: the next id of the store, with a clock later than the flow's last. */
  Batch startBatch(FlowId flow);

  /** Notes how a batch ended. */
  void endBatch(FlowId flow, long batchId, BatchStatus status);

  /** The batches of a flow, oldest first. */
  List<Batch> batches(FlowId flow);

  /** The steps of a flow that have been committed, oldest batch first. */
  List<StepCommit> commits(FlowId flow);

  /** The files that a step of a flow has loaded, oldest batch first. */
  List<LoadedFile> files(FlowId flow, TaskId step);

  /** The shapes in which batches of a flow came into its landings, oldest batch first. */
  List<LandedBatch> landings(FlowId flow);

  /** The steps of which a commit or a file is remembered, in the order of their names. */
  List<LedgerStep> steps();

  /**
   * Makes what is remembered of a step that of another one, which goes on where it stopped. The
   * batches that it was in become batches of the other's flow as well; for that flow they are over.
   *
   * @param landing what the step has landed; what is remembered of that goes along
   */
  void handOver(LedgerStep from, LedgerStep to, Optional<DatasetName> landing);

  /** The flow's last batch that succeeded. */
  default Optional<Batch> lastSuccess(FlowId flow) {
    return batches(flow).stream()
        .filter(batch -> batch.status() == BatchStatus.SUCCESS)
        .reduce((_, later) -> later);
  }

  /** The moment of a flow's next batch: now, but later than that of the batch before. */
  default LocalDateTime nextClock(FlowId flow, InstantSource clock) {
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    return batches(flow).stream()
        .map(Batch::clock)
        .reduce((_, later) -> later)
        .map(last -> last.plus(1, ChronoUnit.MICROS))
        .filter(earliest -> earliest.isAfter(now))
        .orElse(now);
  }

  /** Notes that take effect with the transaction they are written in. */
  interface Writer {

    void committed(StepCommit commit);

    void loaded(LoadedFile file);

    void landed(LandedBatch batch);

    /** The same as {@link StoreLedger#landings}, with what this transaction has noted. */
    List<LandedBatch> landings(FlowId flow);

    /** Takes back that a batch has ended, and what its steps have committed. */
    void reopened(FlowId flow, long batchId);
  }
}
