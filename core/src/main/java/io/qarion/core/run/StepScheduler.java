package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs the steps of a graph, independent ones at the same time on virtual threads. After a failure
 * no further step starts; what is at work may end. Only checks that fail at the end of a run hold
 * up nothing but the steps that come after them.
 */
final class StepScheduler {

  private final FlowDag dag;
  private final int maxParallel;
  private final Cancellation cancellation;
  private final Map<TaskId, StepOutcome> outcomes = new LinkedHashMap<>();
  private final IdentityHashMap<Future<StepOutcome>, TaskId> running = new IdentityHashMap<>();
  private final List<DagNode> waiting;

  StepScheduler(FlowDag dag, int maxParallel, Cancellation cancellation) {
    this.dag = dag;
    this.maxParallel = maxParallel;
    this.cancellation = cancellation;
    this.waiting = new ArrayList<>(dag.steps());
  }

  /**
   * Runs all steps.
   *
   * @param work runs one step; a {@link QarionException} means that it failed
   * @return how each step ended; those never started are skipped
   */
  Map<TaskId, StepOutcome> run(Function<DagNode, StepOutcome> work) {
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
    waiting.forEach(node -> outcomes.put(node.id(), StepOutcome.skipped()));
    return outcomes;
  }

  private void startReady(
      CompletionService<StepOutcome> completion, Function<DagNode, StepOutcome> work) {
    if (mustStop()) {
      return;
    }
    var ready = waiting.stream().filter(this::isReady).limit(maxParallel - running.size()).toList();
    for (DagNode node : ready) {
      waiting.remove(node);
      running.put(completion.submit(() -> work.apply(node)), node.id());
    }
  }

  private boolean isReady(DagNode node) {
    return dag.dependencies(node.id()).stream()
        .map(outcomes::get)
        .allMatch(outcome -> outcome != null && outcome.status() == RunStatus.SUCCESS);
  }

  private boolean mustStop() {
    return cancellation.isRequested()
        || outcomes.values().stream().anyMatch(StepOutcome::stopsOthers);
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
      return new StepOutcome(status, StepStatistics.NONE, problem.problems());
    }
    return new StepOutcome(
        RunStatus.FAILED,
        StepStatistics.NONE,
        List.of(
            Problem.error(
                "internal",
                Place.UNKNOWN,
                "The step failed in a way nobody foresaw: " + e.getCause(),
                "Please report it with the log.")));
  }
}
