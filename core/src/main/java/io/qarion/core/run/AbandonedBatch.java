package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.progress.Cancellation;

/** Gives up an unfinished batch: its rows are taken out and its files are free again. */
final class AbandonedBatch {

  private final RunEnvironment environment;
  private final CompiledFlow flow;

  AbandonedBatch(RunEnvironment environment, CompiledFlow flow) {
    this.environment = environment;
    this.flow = flow;
  }

  void abandon(Batch batch) {
    try (EngineTransaction transaction = environment.engine().begin(new Cancellation())) {
      for (Dataset dataset : flow.datasets()) {
        if (dataset.schema().has(TechnicalColumns.BATCH_ID)) {
          transaction.removeBatch(dataset, batch.id());
        }
      }
      transaction.commit();
    }
    environment.engine().ledger().endBatch(flow.flow().id(), batch.id(), BatchStatus.ABANDONED);
  }
}
