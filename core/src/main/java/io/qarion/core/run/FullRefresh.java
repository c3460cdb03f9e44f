package io.qarion.core.run;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes everything again from the batches in landing, or from their files, each under its own id
 * and clock, in one transaction: nobody sees anything between the old results and the new ones. New
 * files are loaded afterwards, by an ordinary run.
 */
final class FullRefresh {

  private final BatchRuns runs;
  private final boolean reload;
  private final LandingPruning landing;

  FullRefresh(BatchRuns runs, boolean reload) {
    this.runs = runs;
    this.reload = reload;
    this.landing = new LandingPruning(runs.environment().engine(), runs.flow());
  }

  RunResult run() {
    List<Batch> batches = runs.recorded();
    if (batches.isEmpty()) {
      return runs.run();
    }
    if (reload) {
      replay(batches, files(batches));
      landing.prune();
    } else {
      landing.refuseIfPruned(batches);
      replay(batches, Map.of());
    }
    RunResult after = runs.run();
    return after.status() == RunStatus.SUCCESS
        ? new RunResult(
            after.run(), after.status(), after.statistics(), message(batches), after.problems())
        : after;
  }

  private String message(List<Batch> batches) {
    String count = batches.size() == 1 ? "1 batch" : batches.size() + " batches";
    return reload
        ? "Read again and computed from " + count + "."
        : "Computed again from " + count + ".";
  }

  private Map<Batch, Map<TaskId, List<PlannedFile>>> files(List<Batch> batches) {
    var recorded = new RecordedFiles(runs.environment(), runs.flow());
    Map<Batch, Map<TaskId, List<PlannedFile>>> files = new LinkedHashMap<>();
    batches.forEach(batch -> files.put(batch, recorded.of(batch)));
    return files;
  }

  private void replay(List<Batch> batches, Map<Batch, Map<TaskId, List<PlannedFile>>> files) {
    try (EngineTransaction transaction = runs.environment().engine().begin(runs.cancellation())) {
      var replay = new Replay(runs, transaction);
      if (reload) {
        dropLandings(transaction);
      } else {
        prepareLandings(transaction);
      }
      runs.instructions().forEach(instruction -> begin(instruction, transaction));
      Optional<Long> previous = Optional.empty();
      for (Batch batch : batches) {
        replay.run(
            new Replay.Part(batch, previous, steps(batch), files.getOrDefault(batch, Map.of())));
        previous = Optional.of(batch.id());
      }
      transaction.commit();
    }
  }

  /** What only adds has rows that others went on with, such as the status of a delivery. */
  private static void begin(TransformationInstruction instruction, EngineTransaction transaction) {
    if (instruction.write() instanceof Write.Merge merge && merge.onlyAdds()) {
      transaction.prepare(instruction.target());
    } else {
      transaction.rebuild(instruction.target());
    }
  }

  /** Columns that were declared since have to be there before they are read. */
  private void prepareLandings(EngineTransaction transaction) {
    for (StepWork work : runs.flow().works().values()) {
      if (work instanceof StepWork.Load load
          && load.settings().landing() == LoadSettings.Landing.TABLE) {
        transaction.prepare(load.landing());
      }
    }
  }

  private void dropLandings(EngineTransaction transaction) {
    for (StepWork work : runs.flow().works().values()) {
      if (work instanceof StepWork.Load load) {
        transaction.drop(load.landing());
        load.rejects().ifPresent(transaction::drop);
      }
    }
  }

  /** All steps; of an unfinished batch those that are done, the others being left to its end. */
  private List<TaskId> steps(Batch batch) {
    return batch.status() == BatchStatus.OPEN
        ? runs.environment().engine().ledger().commits(runs.flow().flow().id()).stream()
            .filter(commit -> commit.batchId() == batch.id())
            .map(StepCommit::step)
            .toList()
        : List.copyOf(runs.flow().works().keySet());
  }
}
