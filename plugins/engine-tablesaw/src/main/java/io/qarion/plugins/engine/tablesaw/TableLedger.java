package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LedgerStep;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger of a store. */
final class TableLedger implements StoreLedger {

  private final TableStore store;
  private final Clock clock;

  TableLedger(TableStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Batch startBatch(FlowId flow) {
    return store.change(state -> {
      long id = state.ledger().batches().stream().mapToLong(Batch::id).max().orElse(0) + 1;
      var batch = new Batch(flow, id, nextClock(flow, clock), BatchStatus.OPEN);
      return Map.entry(state.with(state.ledger().withBatch(batch)), batch);
    });
  }

  @Override
  public void endBatch(FlowId flow, long batchId, BatchStatus status) {
    store.change(state -> {
      LedgerState ledger = state.ledger();
      for (Batch batch : batches(flow)) {
        if (batch.id() == batchId) {
          ledger = ledger.withBatch(new Batch(flow, batchId, batch.clock(), status));
        }
      }
      return Map.entry(state.with(ledger), batchId);
    });
  }

  @Override
  public List<Batch> batches(FlowId flow) {
    return store.state().ledger().batches().stream()
        .filter(batch -> batch.flow().equals(flow))
        .sorted(Comparator.comparingLong(Batch::id))
        .toList();
  }

  @Override
  public List<StepCommit> commits(FlowId flow) {
    return store.state().ledger().commits().stream()
        .filter(commit -> commit.flow().equals(flow))
        .sorted(Comparator.comparingLong(StepCommit::batchId))
        .toList();
  }

  @Override
  public List<LoadedFile> files(FlowId flow, TaskId step) {
    return store.state().ledger().files().stream()
        .filter(file -> file.flow().equals(flow) && file.step().equals(step))
        .sorted(Comparator.comparingLong(LoadedFile::batchId))
        .toList();
  }

  @Override
  public List<LandedBatch> landings(FlowId flow) {
    return landings(store.state().ledger(), flow);
  }

  @Override
  public List<LedgerStep> steps() {
    return store.state().ledger().steps();
  }

  @Override
  public void handOver(LedgerStep from, LedgerStep to, Optional<DatasetName> landing) {
    store.change(state -> Map.entry(state.with(state.ledger().handedOver(from, to, landing)), to));
  }

  static List<LandedBatch> landings(LedgerState ledger, FlowId flow) {
    return ledger.landings().stream()
        .filter(landed -> landed.flow().equals(flow))
        .sorted(Comparator.comparingLong(LandedBatch::batchId))
        .toList();
  }
}
