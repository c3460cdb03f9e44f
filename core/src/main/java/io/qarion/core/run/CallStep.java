package io.qarion.core.run;

import io.qarion.core.call.FlowCall;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.flow.Durations;
import io.qarion.core.plan.Processing;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs another flow, again where it failed and that is asked for. */
final class CallStep {

  /** Code of the problem that a flow has failed. */
  static final String FAILED = "call.failed";

  private final RunEnvironment environment;
  private final RunOptions options;
  private final FlowStarter starter;

  /**
   * @param options of the run that the step belongs to; the other flow is run in the same way
   */
  CallStep(RunEnvironment environment, RunOptions options, FlowStarter starter) {
    this.environment = environment;
    this.options = options;
    this.starter = starter;
  }

  StepStatistics run(StepWork.Call work, StepRun run) {
    FlowCall call = work.call();
    for (int attempt = 1; ; attempt++) {
      Attempt done = attempt(call, run);
      if (done.result().status() == RunStatus.SUCCESS) {
        return committed(done.result(), attempt, call, run);
      }
      run.cancellation().throwIfRequested();
      if (attempt > call.retries()) {
        throw failed(call, done, attempt);
      }
      pause(call.retryDelay(), run.cancellation());
    }
  }

  private StepStatistics committed(RunResult result, int attempt, FlowCall call, StepRun run) {
    if (attempt > 1) {
      run.warnings()
          .add(
              Problem.warning(
                  "call.retried",
                  Place.of(run.node().element()),
                  "Flow '%s' succeeded at attempt %d.".formatted(call.flow(), attempt),
                  "Look at its earlier runs in the history."));
    }
    StepStatistics all = result.statistics();
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      run.commit(transaction, Math.max(0, all.rowsOut()), Optional.empty());
    }
    return new StepStatistics(
        all.rowsIn(), all.rowsOut(), all.rowsRejected(), 0, 0, Duration.ZERO, -1, -1);
  }

  private Attempt attempt(FlowCall call, StepRun run) {
    var cancellation = new Cancellation();
    var over = new CountDownLatch(1);
    var timer = new Timer(call.timeout(), over, cancellation);
    try (Cancellation.Registration _ = run.cancellation().onCancel(cancellation::cancel)) {
      timer.start();
      RunResult result = starter.start(call.flow(), options(call, run), cancellation);
      run.reporter()
          .send((id, at) ->
              new RunEvent.FlowCalled(
                  id,
                  at,
                  run.batch().batchId(),
                  run.node().id(),
                  call.flow(),
                  result.run(),
                  result.status()));
      return new Attempt(result, timer.hasStopped());
    } finally {
      over.countDown();
    }
  }

  private RunOptions options(FlowCall call, StepRun run) {
    Processing processing =
        switch (options.processing()) {
          case Processing.FullRefresh _, Processing.Reload _ -> options.processing();
          case Processing.Incremental _, Processing.Rerun _, Processing.Corrected _ ->
              new Processing.Incremental();
        };
    return new RunOptions(
        call.values(run.batch().values()),
        Optional.empty(),
        processing,
        options.abandonOpen(),
        options.keepOldTables());
  }

  private static void pause(Duration length, Cancellation cancellation) {
    var stopped = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(stopped::countDown)) {
      if (stopped.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
        cancellation.throwIfRequested();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts", e);
    }
  }

  private static QarionException failed(FlowCall call, Attempt last, int attempts) {
    String why =
        last.timedOut()
            ? "took longer than %s and was stopped"
                .formatted(call.timeout().map(Durations::text).orElse(""))
            : "failed";
    String tried = attempts == 1 ? "" : " at each of %d attempts".formatted(attempts);
    String reason =
        last.timedOut() || last.result().message().isEmpty() ? "." : ": " + last.result().message();
    var problems = new ArrayList<Problem>();
    problems.add(
        Problem.error(
            FAILED,
            Place.UNKNOWN,
            "Flow '%s' %s%s%s".formatted(call.flow(), why, tried, reason),
            "Run this again when that is mended; its run in the history is %s."
                .formatted(last.result().run().value())));
    last.result().problems().stream().filter(Problem::isError).forEach(problems::add);
    return new QarionException(problems);
  }

  /** A run of the other flow. */
  private record Attempt(RunResult result, boolean timedOut) {}

  /** Stops a run that takes too long. */
  private static final class Timer {

    private final Optional<Duration> limit;
    private final CountDownLatch over;
    private final Cancellation cancellation;
    private volatile boolean stopped;

    Timer(Optional<Duration> limit, CountDownLatch over, Cancellation cancellation) {
      this.limit = limit;
      this.over = over;
      this.cancellation = cancellation;
    }

    void start() {
      limit.ifPresent(length -> Thread.ofVirtual().start(() -> watch(length)));
    }

    private void watch(Duration length) {
      try {
        if (!over.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
          stopped = true;
          cancellation.cancel();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    boolean hasStopped() {
      return stopped;
    }
  }
}
