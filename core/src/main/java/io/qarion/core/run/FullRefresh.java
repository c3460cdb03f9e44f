package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.FlowId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.TransformationInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes everything again from the batches in landing, each under its own id and clock, in one
 * transaction: nobody sees anything between the old results and the new ones. New files are loaded
 * afterwards, by an ordinary run.
 */
final class FullRefresh {

  private final BatchRuns runs;

  FullRefresh(BatchRuns runs) {
    this.runs = runs;
  }

  RunResult run() {
    FlowId flow = runs.flow().flow().id();
    List<Batch> batches =
        runs.environment().engine().ledger().batches(flow).stream()
            .filter(batch -> batch.status() == BatchStatus.SUCCESS)
            .toList();
    if (!batches.isEmpty()) {
      new LandingPruning(runs.environment().engine(), runs.flow()).refuseIfPruned(batches);
      replay(batches);
    }
    RunResult after = runs.run();
    return after.status() == RunStatus.SUCCESS && !batches.isEmpty()
        ? new RunResult(
            after.run(),
            after.status(),
            after.statistics(),
            "Computed again from %d batches.".formatted(batches.size()),
            after.problems())
        : after;
  }

  private void replay(List<Batch> batches) {
    var instructions = instructions();
    try (EngineTransaction transaction = runs.environment().engine().begin(runs.cancellation())) {
      instructions.forEach(instruction -> transaction.rebuild(instruction.target()));
      Optional<Long> previous = Optional.empty();
      for (Batch batch : batches) {
        runs.cancellation().throwIfRequested();
        var context = new BatchContext(batch.id(), previous, batch.clock(), runs.parameters());
        for (TransformationInstruction instruction : instructions) {
          transaction.execute(instruction, context);
        }
        previous = Optional.of(batch.id());
      }
      transaction.commit();
    }
  }

  private List<TransformationInstruction> instructions() {
    var instructions = new ArrayList<TransformationInstruction>();
    for (DagNode node : runs.flow().dag().steps()) {
      if (runs.flow().works().get(node.id()) instanceof StepWork.Transform transform) {
        instructions.addAll(transform.group().instructions());
      }
    }
    return instructions;
  }
}
