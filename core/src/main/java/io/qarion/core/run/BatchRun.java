package io.qarion.core.run;

import io.qarion.core.call.TaskCondition;
import io.qarion.core.call.TaskOutcome;
import io.qarion.core.dag.DagNode;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.plan.BatchPlan;
import io.qarion.core.plan.StepDecision;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.OperatorProfile;
import io.qarion.core.progress.OutputColumn;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepProfile;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Carries out the plan of one batch. */
final class BatchRun {

  private final BatchRuns runs;
  private final Batch batch;
  private final BatchContext context;
  private final BatchPlan plan;
  private final boolean resumed;
  private final int following;
  private final StepRunner steps;
  private final StepSampler sampler;
  private StepStatistics statistics = StepStatistics.NONE;
  private String message = "";

  /**
   * @param following how many batches are known to come after it
   */
  BatchRun(
      BatchRuns runs,
      Batch batch,
      BatchContext context,
      BatchPlan plan,
      boolean resumed,
      int following) {
    this.runs = runs;
    this.batch = batch;
    this.context = context;
    this.plan = plan;
    this.resumed = resumed;
    this.following = following;
    this.steps =
        new StepRunner(
            runs.environment(), new CallStep(runs.environment(), runs.options(), runs.starter()));
    this.sampler = new StepSampler(runs.environment().engine(), runs.reporter());
  }

  StepStatistics statistics() {
    return statistics;
  }

  /** Why the batch failed; empty if it did not. */
  String message() {
    return message;
  }

  /**
   * Runs the steps that the plan names.
   *
   * @param found takes what failed steps say, and the warnings of the others
   */
  RunStatus run(List<Problem> found) {
    announce();
    Map<TaskId, StepOutcome> outcomes;
    try (sampler) {
      sampler.start();
      outcomes =
          new StepScheduler(
                  runs.flow().dag(),
                  new StartRules(runs.flow()),
                  runs.flow().flow().maxParallel().orElse(runs.environment().maxParallel()),
                  runs.cancellation())
              .run(this::step);
    }
    RunStatus status = RunStatus.SUCCESS;
    for (var entry : outcomes.entrySet()) {
      StepOutcome outcome = entry.getValue();
      found.addAll(outcome.problems());
      statistics = statistics.plus(outcome.statistics());
      if (outcome.status() == RunStatus.SKIPPED) {
        reportSkipped(entry.getKey(), outcome.reason());
      } else if (outcome.status() != RunStatus.SUCCESS) {
        status = outcome.status();
        message = "Step '%s' %s".formatted(entry.getKey(), failure(outcome));
      }
    }
    statistics = sampler.measured(statistics);
    return runs.cancellation().isRequested() ? RunStatus.CANCELLED : status;
  }

  private StepOutcome step(DagNode node, Map<TaskId, StepOutcome> before) {
    StepDecision decision = plan.decisions().get(node.id());
    StepWork work = runs.flow().works().get(node.id());
    if (decision == null || work == null || !decision.runs()) {
      return StepOutcome.success(StepStatistics.NONE, List.of());
    }
    var run =
        new StepRun(
            runs.flow().flow(),
            node,
            context,
            decision.files(),
            decision.fingerprint(),
            runs.reporter(),
            runs.cancellation());
    if (work instanceof StepWork.Call(var call, _)) {
      return call.condition()
          .filter(condition -> !holds(condition, run, before))
          .map(condition -> "its condition does not hold: " + condition.formula().text())
          .map(StepOutcome::skipped)
          .orElseGet(() -> started(work, run));
    }
    return runs.environment().slots().work(runs.cancellation(), () -> started(work, run));
  }

  private boolean holds(TaskCondition condition, StepRun run, Map<TaskId, StepOutcome> before) {
    Map<TaskId, TaskOutcome> outcomes = new LinkedHashMap<>();
    for (TaskId task : runs.flow().dag().upstream(run.node().id())) {
      StepOutcome outcome = before.get(task);
      if (outcome != null) {
        long rows = Math.max(outcome.statistics().rowsOut(), committed(task));
        outcomes.put(task, new TaskOutcome(outcome.status(), Math.max(0, rows)));
      }
    }
    try {
      return runs.environment()
              .engine()
              .count(condition.query(outcomes), context.values(), runs.cancellation())
          > 0;
    } catch (QarionException e) {
      throw run.located(e);
    }
  }

  /** Rows of a step that was done in this batch before it was taken up again. */
  private long committed(TaskId step) {
    return runs.environment().engine().ledger().commits(runs.flow().flow().id()).stream()
        .filter(commit -> commit.batchId() == batch.id() && commit.step().equals(step))
        .mapToLong(StepCommit::rows)
        .sum();
  }

  private StepOutcome started(StepWork work, StepRun run) {
    DagNode node = run.node();
    runs.reporter()
        .send((id, at) ->
            new RunEvent.StepStarted(id, at, batch.id(), node.id(), node.type().text()));
    long start = System.nanoTime();
    sampler.started(node.id());
    try {
      StepStatistics done = steps.run(work, run);
      StepProfile profile = run.profile();
      StepStatistics timed = timed(node.id(), done, profile, start);
      succeeded(node, timed, profile);
      return StepOutcome.success(timed, run.warnings());
    } catch (QarionException e) {
      StepStatistics timed = timed(node.id(), StepStatistics.NONE, StepProfile.NONE, start);
      boolean stopped = runs.cancellation().isRequested();
      report(node.id(), stopped ? RunStatus.CANCELLED : RunStatus.FAILED, timed, e.text());
      throw run.located(e);
    } finally {
      sampler.ended(node.id());
    }
  }

  private StepStatistics timed(TaskId step, StepStatistics done, StepProfile profile, long start) {
    return sampler
        .measured(step, done, profile)
        .withDuration(Duration.ofNanos(System.nanoTime() - start));
  }

  private void announce() {
    var planned = new ArrayList<PlannedStep>();
    for (DagNode node : runs.flow().dag().steps()) {
      StepDecision decision = plan.decisions().get(node.id());
      planned.add(
          new PlannedStep(
              node.id(),
              node.type().text(),
              node.title(),
              decision != null && decision.runs(),
              decision == null ? "not asked for" : decision.reason()));
    }
    runs.reporter()
        .send(
            (id, at) -> new RunEvent.BatchStarted(id, at, batch.id(), resumed, planned, following));
  }

  private void reportSkipped(TaskId step, String reason) {
    StepDecision decision = plan.decisions().get(step);
    if (decision != null && decision.runs()) {
      report(step, RunStatus.SKIPPED, StepStatistics.NONE, reason);
    }
  }

  private void succeeded(DagNode node, StepStatistics done, StepProfile profile) {
    List<OutputColumn> columns = WrittenColumns.of(runs.flow(), node);
    send(node.id(), RunStatus.SUCCESS, done, "", profile.statements(), columns);
  }

  private void report(TaskId step, RunStatus status, StepStatistics done, String text) {
    send(step, status, done, text, List.of(), List.of());
  }

  private void send(
      TaskId step,
      RunStatus status,
      StepStatistics done,
      String text,
      List<OperatorProfile> profile,
      List<OutputColumn> columns) {
    runs.reporter()
        .send((id, at) ->
            new RunEvent.StepFinished(
                id, at, batch.id(), step, status, done, text, profile, columns));
  }

  private static String failure(StepOutcome outcome) {
    String reasons =
        outcome.problems().stream()
            .limit(outcome.isFailedCall() ? 1 : Long.MAX_VALUE)
            .map(Problem::message)
            .collect(Collectors.joining(" "));
    return outcome.status() == RunStatus.CANCELLED ? "was stopped." : "failed: " + reasons;
  }
}
