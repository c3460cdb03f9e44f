package io.qarion.core.run;

import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.Processing;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Runs flows. One run of a flow at a time; others wait. What a run did is in the data store before
 * its events say so, and an unfinished batch is taken up by the next run.
 */
public final class FlowRunner {

  private final RunEnvironment environment;
  private final InstantSource clock;
  private final Map<FlowId, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final AtomicInteger active = new AtomicInteger();

  public FlowRunner(RunEnvironment environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Runs a flow to its end. Failures come back as a result, not as an exception.
   *
   * @param before is done first, once no other run of the flow is at work
   * @param starter runs the flows that this one runs
   * @param listener hears every event, one at a time, in an unknown thread
   */
  public RunResult run(
      CompiledFlow flow,
      RunOptions options,
      Runnable before,
      FlowStarter starter,
      Consumer<RunEvent> listener,
      Cancellation cancellation) {
    var reporter = new RunReporter(RunId.random(), listener, clock);
    Map<String, Object> parameters = parameters(flow, options);
    reporter.send((id, at) ->
        new RunEvent.RunStarted(
            id, at, flow.flow().id(), environment.engine().store().toString(), texts(parameters)));
    RunResult result =
        flow.canRun()
            ? locked(
                new BatchRuns(
                    environment, flow, options, parameters, starter, reporter, cancellation),
                before)
            : refused(flow, reporter);
    reporter.send((id, at) ->
        new RunEvent.RunFinished(
            id, at, result.status(), result.statistics(), result.message(), result.problems()));
    return result;
  }

  private static RunResult refused(CompiledFlow flow, RunReporter reporter) {
    return new RunResult(
        reporter.run(),
        RunStatus.FAILED,
        StepStatistics.NONE,
        "The flow has errors and was not started.",
        flow.problems().stream().filter(Problem::isError).toList());
  }

  private RunResult locked(BatchRuns runs, Runnable before) {
    FlowId flow = runs.flow().flow().id();
    ReentrantLock lock = locks.computeIfAbsent(flow, _ -> new ReentrantLock());
    lock.lock();
    try {
      return tidied(counted(runs, before));
    } finally {
      lock.unlock();
    }
  }

  private RunResult counted(BatchRuns runs, Runnable before) {
    active.incrementAndGet();
    try {
      environment.engine().runStarts();
      return attempt(runs, before);
    } finally {
      active.decrementAndGet();
    }
  }

  private static RunResult attempt(BatchRuns runs, Runnable before) {
    try {
      before.run();
      runs.prepare();
      if (runs.onlyCalls()) {
        return runs.runCalls();
      }
      return switch (runs.options().processing()) {
        case Processing.Incremental _ -> runs.run();
        case Processing.FullRefresh _ -> new FullRefresh(runs, false).run();
        case Processing.Reload _ -> new FullRefresh(runs, true).run();
        case Processing.Rerun(Optional<Long> batch) -> new Rerun(runs).run(batch);
        case Processing.Corrected(Optional<String> file) -> new CorrectionRun(runs).run(file);
      };
    } catch (QarionException e) {
      RunStatus status =
          e.code().equals(Cancellation.CODE) ? RunStatus.CANCELLED : RunStatus.FAILED;
      String message = e.problems().getFirst().message();
      return new RunResult(
          runs.reporter().run(), status, StepStatistics.NONE, message, e.problems());
    }
  }

  /**
   * Lets the engine tidy up. What the run committed is safe already, so a failure here is a
   * warning; after a failed run it says nothing new.
   */
  private RunResult tidied(RunResult result) {
    if (active.get() > 0) {
      return result; // the last of the runs that are at work does it
    }
    try {
      environment.engine().runEnds();
      return result;
    } catch (QarionException e) {
      return result.status() == RunStatus.SUCCESS ? result.with(untidy(e)) : result;
    }
  }

  private List<Problem> untidy(QarionException failure) {
    Place store = Place.in(environment.engine().store().location(), 0, 0);
    return failure.asWarnings().stream()
        .map(each ->
            new Problem(
                each.severity(),
                each.code(),
                store,
                "All rows are stored, but the engine could not tidy up after the run. "
                    + each.message(),
                each.fix(),
                List.of()))
        .toList();
  }

  /** The flow's variables, with those the user gave in their place. */
  private static Map<String, Object> parameters(CompiledFlow flow, RunOptions options) {
    var parameters = new LinkedHashMap<>(flow.flow().variables().values());
    parameters.putAll(options.variables());
    return parameters;
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    var texts = new TreeMap<String, String>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  static QarionException unknownStep(String step, List<String> known) {
    return new QarionException(
        Problem.error(
            "task.unknown",
            Place.of("--to"),
            "The flow has no task '%s'.".formatted(step),
            "Write one of: " + String.join(", ", known) + "."));
  }
}
