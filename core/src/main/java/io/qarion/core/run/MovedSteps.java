package io.qarion.core.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LedgerStep;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.flow.Task;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets steps go on where they stopped though they are in another flow by now, or have another id:
 * what they have taken already would be added once more else. A step has moved where the store
 * remembers nothing of it, but of one for the same rows that is in no flow any more.
 */
final class MovedSteps {

  private final Engine engine;
  private final Collection<StoredFlow> project;
  private final CompiledFlow flow;
  private final FlowId id;

  /**
   * @param project its flows, as they are edited
   * @param flow that is about to run
   */
  MovedSteps(Engine engine, Collection<StoredFlow> project, CompiledFlow flow) {
    this.engine = engine;
    this.project = project;
    this.flow = flow;
    this.id = flow.flow().id();
  }

  /** Hands over to the steps of the flow what is remembered of them elsewhere. */
  void takeOver() {
    List<LedgerStep> all = engine.ledger().steps();
    List<LedgerStep> gone = all.stream().filter(this::isGone).toList();
    if (!gone.isEmpty()) {
      flow.works().entrySet().stream()
          .filter(entry -> !all.contains(new LedgerStep(id, entry.getKey())))
          .forEach(entry -> takeOver(entry.getKey(), entry.getValue(), gone));
    }
  }

  private void takeOver(TaskId step, StepWork work, List<LedgerStep> gone) {
    switch (work) {
      case StepWork.Load load -> {
        DatasetName landing = load.landing().name();
        earlier(step, landing, gone).ifPresent(from -> handOver(from, step, Optional.of(landing)));
      }
      case StepWork.Export export when export.sinceLastExport() ->
          sameId(step, gone).ifPresent(from -> handOver(from, step, Optional.empty()));
      case StepWork.Transform transform ->
          transform.group().instructions().stream()
              .filter(MovedSteps::adds)
              .filter(each -> engine.tableSchema(each.target().physicalName()).isPresent())
              .findFirst()
              .flatMap(_ -> sameId(step, gone))
              .ifPresent(from -> handOver(from, step, Optional.empty()));
      case StepWork.Export _, StepWork.Check _, StepWork.Relay _, StepWork.Call _ -> {
        // They take all of their rows anew.
      }
    }
  }

  private static boolean adds(TransformationInstruction instruction) {
    return !(instruction.write() instanceof Write.Replace);
  }

  private void handOver(LedgerStep from, TaskId step, Optional<DatasetName> landing) {
    engine.ledger().handOver(from, new LedgerStep(id, step), landing);
  }

  /** The step that has loaded files into a landing before; one of the same id if there are more. */
  private Optional<LedgerStep> earlier(TaskId step, DatasetName landing, List<LedgerStep> gone) {
    List<LedgerStep> candidates = gone.stream().filter(from -> hasLanded(from, landing)).toList();
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : sameId(step, candidates);
  }

  private static Optional<LedgerStep> sameId(TaskId step, List<LedgerStep> gone) {
    return gone.stream().filter(from -> from.step().equals(step)).findFirst();
  }

  private boolean hasLanded(LedgerStep from, DatasetName landing) {
    Set<Long> batches =
        engine.ledger().landings(from.flow()).stream()
            .filter(landed -> landed.landing().equals(landing))
            .map(LandedBatch::batchId)
            .collect(Collectors.toSet());
    List<LoadedFile> files = engine.ledger().files(from.flow(), from.step());
    return !files.isEmpty() && files.stream().allMatch(file -> batches.contains(file.batchId()));
  }

  /** Whether no flow has a step any more; a flow without tasks makes its steps by its type. */
  private boolean isGone(LedgerStep step) {
    if (step.flow().equals(id)) {
      return flow.dag().find(step.step()).isEmpty() && !has(flow.flow().tasks(), step.step());
    }
    return project.stream()
        .filter(other -> other.id().equals(step.flow()))
        .allMatch(other ->
            !other.hasErrors()
                && !other.flow().tasks().isEmpty()
                && !has(other.flow().tasks(), step.step()));
  }

  private static boolean has(List<Task> tasks, TaskId step) {
    return tasks.stream().anyMatch(task -> task.id().equals(step));
  }
}
