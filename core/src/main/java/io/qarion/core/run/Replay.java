package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.plan.ExecutionPlanner;
import io.qarion.core.plan.StepDecision;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepProfile;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Does steps of recorded batches again, each batch under its own id and clock. All of it is part of
 * one transaction, so nobody sees anything between the old rows and the new ones.
 */
final class Replay {

  private final BatchRuns runs;
  private final EngineTransaction transaction;
  private final LoadStep loads;
  private final Map<TaskId, StepDecision> decisions;

  Replay(BatchRuns runs, EngineTransaction transaction) {
    this.runs = runs;
    this.transaction = transaction;
    this.loads = new LoadStep(runs.environment());
    this.decisions =
        new ExecutionPlanner(runs.flow(), runs.environment().engine())
            .plan(OptionalLong.empty(), Map.of(), runs.flow().works().keySet())
            .decisions();
  }

  /**
   * What is to be done again of a batch.
   *
   * @param previous the successful batch before it
   * @param steps those that are done again, of which only loads and transformations can be
   * @param files what the loads among the steps read; a load that is not named is left alone
   */
  record Part(
      Batch batch,
      Optional<Long> previous,
      List<TaskId> steps,
      Map<TaskId, List<PlannedFile>> files) {}

  /** Does loads and transformations of a batch. */
  void run(Part part) {
    var nodes =
        runs.flow().dag().steps().stream()
            .filter(node -> part.steps().contains(node.id()) && isReplayed(node, part))
            .toList();
    announce(part.batch(), nodes);
    for (DagNode node : nodes) {
      switch (runs.flow().works().get(node.id())) {
        case StepWork.Load load -> step(node, part, run -> loads.load(load, run, transaction));
        case StepWork.Transform transform ->
            step(node, part, run -> TransformStep.execute(transform, run, transaction));
        case StepWork.Check _,
            StepWork.Export _,
            StepWork.Relay _,
            StepWork.Call _ -> {} // done by the run that follows
        case null -> {} // a step that is wrong has no work
      }
    }
  }

  /** Does what a batch did to datasets that do not keep their batches apart. */
  void runInPlace(Part part) {
    var compared = new ComparedColumns(transaction.ledger().landings(runs.flow().flow().id()));
    for (TransformationInstruction instruction : runs.instructions()) {
      runs.cancellation().throwIfRequested();
      if (!(instruction.write() instanceof Write.Append)) {
        transaction.execute(compared.adapted(instruction), context(part));
      }
    }
  }

  private boolean isReplayed(DagNode node, Part part) {
    return switch (runs.flow().works().get(node.id())) {
      case StepWork.Load _ -> part.files().containsKey(node.id());
      case StepWork.Transform _ -> true;
      case StepWork.Check _, StepWork.Export _, StepWork.Relay _, StepWork.Call _ -> false;
      case null -> false;
    };
  }

  private BatchContext context(Part part) {
    return new BatchContext(
        part.batch().id(), part.previous(), part.batch().clock(), runs.parameters());
  }

  private void announce(Batch batch, List<DagNode> nodes) {
    var planned = new ArrayList<PlannedStep>();
    nodes.forEach(node ->
        planned.add(
            new PlannedStep(node.id(), node.type().text(), node.title(), true, "done again")));
    runs.reporter().send((id, at) -> new RunEvent.BatchStarted(id, at, batch.id(), false, planned));
  }

  private void step(DagNode node, Part part, Function<StepRun, StepStatistics> work) {
    runs.cancellation().throwIfRequested();
    StepDecision decision = decisions.get(node.id());
    var run =
        new StepRun(
            runs.flow().flow(),
            node,
            context(part),
            part.files().getOrDefault(node.id(), List.of()),
            decision == null ? "" : decision.fingerprint(),
            runs.reporter(),
            runs.cancellation());
    long batch = part.batch().id();
    runs.reporter()
        .send((id, at) -> new RunEvent.StepStarted(id, at, batch, node.id(), node.type().text()));
    long start = System.nanoTime();
    try {
      StepStatistics done = work.apply(run);
      run.note(transaction, done.rowsOut(), Optional.empty());
      StepStatistics timed = done.withDuration(Duration.ofNanos(System.nanoTime() - start));
      report(run, RunStatus.SUCCESS, timed, "");
      StepProfile profile = run.profile();
      runs.count(timed.withEngineUse(profile.peakMemory(), profile.spilled()), run.warnings());
    } catch (QarionException e) {
      report(run, RunStatus.FAILED, StepStatistics.NONE, e.text());
      throw run.located(e);
    }
  }

  private void report(StepRun run, RunStatus status, StepStatistics done, String text) {
    long batch = run.batch().batchId();
    TaskId step = run.node().id();
    runs.reporter()
        .send((id, at) ->
            new RunEvent.StepFinished(
                id, at, batch, step, status, done, text, List.of(), List.of()));
  }
}
