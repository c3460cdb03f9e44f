package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunStatus;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the steps of a graph, independent ones at the same time on virtual threads. After a failure
 * no further step starts but those that are there for failures; what is at work may end. Checks and
 * other flows that fail hold up nothing but the steps that come after them.
 */
final class StepScheduler {

  private final FlowDag dag;
  private final StartRules rules;
  private final int maxParallel;
  private final Cancellation cancellation;
  private final Map<TaskId, StepOutcome> outcomes = new LinkedHashMap<>();
  private final IdentityHashMap<Future<StepOutcome>, TaskId> running = new IdentityHashMap<>();
  private final List<DagNode> waiting;

  /** What a step does. */
  @FunctionalInterface
  interface Work {

    /**
     * Runs a step.
     *
     * @param before how the steps ended that are over
     * @throws QarionException if it failed
     */
    StepOutcome run(DagNode node, Map<TaskId, StepOutcome> before);
  }

  StepScheduler(FlowDag dag, StartRules rules, int maxParallel, Cancellation cancellation) {
    this.dag = dag;
    this.rules = rules;
    this.maxParallel = maxParallel;
    this.cancellation = cancellation;
    this.waiting = new ArrayList<>(dag.steps());
  }

  /**
   * Runs all steps.
   *
   * @return how each step ended; those never started are skipped
   */
  Map<TaskId, StepOutcome> run(Work work) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<StepOutcome> completion = new ExecutorCompletionService<>(executor);
      startReady(completion, work);
      while (!running.isEmpty()) {
        Future<StepOutcome> done = completion.take();
        TaskId step = running.remove(done);
        if (step != null) {
          outcomes.put(step, outcome(done));
        }
        startReady(completion, work);
      }
    } catch (InterruptedException _) {
      cancellation.cancel();
      Thread.currentThread().interrupt();
    }
    waiting.forEach(node -> outcomes.put(node.id(), StepOutcome.skipped(StartRules.AFTER_FAILURE)));
    return outcomes;
  }

  private void startReady(CompletionService<StepOutcome> completion, Work work) {
    if (cancellation.isRequested()) {
      return;
    }
    while (skipRefused()) {
      // What is skipped may have been the last thing that others waited for.
    }
    boolean hasFailed = outcomes.values().stream().anyMatch(StepOutcome::stopsOthers);
    var ready =
        waiting.stream()
            .filter(this::isNext)
            .filter(node -> !hasFailed || rules.startsInSpiteOfFailures(node))
            .limit(maxParallel - running.size())
            .toList();
    Map<TaskId, StepOutcome> before = Map.copyOf(outcomes);
    for (DagNode node : ready) {
      waiting.remove(node);
      running.put(completion.submit(() -> work.run(node, before)), node.id());
    }
  }

  private boolean skipRefused() {
    return waiting.removeIf(node -> {
      Optional<String> refusal = isNext(node) ? rules.refusal(node, outcomes) : Optional.empty();
      refusal.ifPresent(reason -> outcomes.put(node.id(), StepOutcome.skipped(reason)));
      return refusal.isPresent();
    });
  }

  /** Whether all that it waits for is over. */
  private boolean isNext(DagNode node) {
    return outcomes.keySet().containsAll(dag.dependencies(node.id()));
  }

  private static StepOutcome outcome(Future<StepOutcome> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      return failure(e);
    }
  }

  private static StepOutcome failure(ExecutionException e) {
    if (e.getCause() instanceof QarionException problem) {
      RunStatus status =
          problem.code().equals(Cancellation.CODE) ? RunStatus.CANCELLED : RunStatus.FAILED;
      return StepOutcome.failed(status, problem.problems());
    }
    return StepOutcome.failed(
        RunStatus.FAILED,
        List.of(
            Problem.error(
                "internal",
                Place.UNKNOWN,
                "The step failed in a way nobody foresaw: " + e.getCause(),
                "Please report it with the log.")));
  }
}
