package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.TaskId;
import java.util.List;

/**
 * Gives up an unfinished batch: its rows are taken out, what it changed in place is brought back,
 * and its files are free again.
 */
final class AbandonedBatch {

  private final BatchRuns runs;
  private final CompiledFlow flow;

  AbandonedBatch(BatchRuns runs) {
    this.runs = runs;
    this.flow = runs.flow();
  }

  void abandon(Batch batch) {
    List<Batch> before =
        runs.recorded().stream().filter(other -> other.id() != batch.id()).toList();
    try (EngineTransaction transaction = runs.environment().engine().begin(runs.cancellation())) {
      for (Dataset dataset : flow.datasets()) {
        if (dataset.schema().has(TechnicalColumns.BATCH_ID)) {
          transaction.removeBatch(dataset, batch.id());
        }
      }
      if (changedInPlace(batch)) {
        new EarlierBatches(runs).restore(before, new Replay(runs, transaction), transaction);
      }
      transaction.commit();
    }
    runs.environment()
        .engine()
        .ledger()
        .endBatch(flow.flow().id(), batch.id(), BatchStatus.ABANDONED);
  }

  /** Whether a step that changes rows of earlier batches has done so. */
  private boolean changedInPlace(Batch batch) {
    return runs.environment().engine().ledger().commits(flow.flow().id()).stream()
        .filter(commit -> commit.batchId() == batch.id())
        .map(StepCommit::step)
        .anyMatch(this::isInPlace);
  }

  private boolean isInPlace(TaskId step) {
    return flow.works().get(step) instanceof StepWork.Transform transform
        && transform.group().instructions().stream().anyMatch(EarlierBatches::isInPlace);
  }
}
