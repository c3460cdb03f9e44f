package io.qarion.core.run;

import io.qarion.core.call.RunWhen;
import io.qarion.core.dag.DagNode;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says whether a step may start once those before it are over. */
final class StartRules {

  static final String AFTER_FAILURE = "a step before it did not succeed";

  private final CompiledFlow flow;

  StartRules(CompiledFlow flow) {
    this.flow = flow;
  }

  /** Whether a step may start although one that it does not wait for has failed. */
  boolean startsInSpiteOfFailures(DagNode node) {
    return when(node) != RunWhen.SUCCESS;
  }

  /**
   * Why a step does not start; empty if it does.
   *
   * @param outcomes of the steps that it waits for, at least
   */
  Optional<String> refusal(DagNode node, Map<TaskId, StepOutcome> outcomes) {
    Set<TaskId> before = flow.dag().dependencies(node.id());
    return switch (when(node)) {
      case ALWAYS -> Optional.empty();
      case FAILURE ->
          ended(before, outcomes, RunStatus.FAILED).isPresent()
              ? Optional.empty()
              : Optional.of("no task before it failed");
      case SUCCESS -> {
        boolean isCall = flow.works().get(node.id()) instanceof StepWork.Call;
        Optional<String> failed =
            ended(before, outcomes, RunStatus.FAILED)
                .or(() -> ended(before, outcomes, RunStatus.CANCELLED))
                .map(step -> isCall ? "'%s' failed".formatted(step) : AFTER_FAILURE);
        yield failed.or(() ->
            ended(before, outcomes, RunStatus.SKIPPED)
                .map(step -> isCall ? "'%s' was skipped".formatted(step) : AFTER_FAILURE));
      }
    };
  }

  private RunWhen when(DagNode node) {
    return flow.works().get(node.id()) instanceof StepWork.Call(var call, _)
        ? call.runWhen()
        : RunWhen.SUCCESS;
  }

  private static Optional<TaskId> ended(
      Set<TaskId> steps, Map<TaskId, StepOutcome> outcomes, RunStatus status) {
    return steps.stream()
        .filter(step -> {
          StepOutcome outcome = outcomes.get(step);
          return outcome != null && outcome.status() == status;
        })
        .findFirst();
  }
}
