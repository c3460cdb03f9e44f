package io.qarion.core.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.StepProfile;
import io.qarion.core.progress.StepStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the engine several times a second while steps are at work: how far they are, and how
 * much memory they take. Memory and spilling are a step's own only as long as it runs alone.
 */
final class StepSampler implements AutoCloseable {

  private static final long PERIOD_MILLIS = 200;
  private static final long SHARED = -1;

  private final Engine engine;
  private final RunReporter reporter;
  private final Map<TaskId, Long> peaks = new LinkedHashMap<>();
  private long peakMemory = -1;
  private long spilled = -1;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("step-sampler").factory());

  StepSampler(Engine engine, RunReporter reporter) {
    this.engine = engine;
    this.reporter = reporter;
  }

  void start() {
    var _ =
        timer.scheduleAtFixedRate(
            this::sample, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized void started(TaskId step) {
    peaks.put(step, peaks.isEmpty() ? 0L : SHARED);
    if (peaks.size() > 1) {
      peaks.replaceAll((_, _) -> SHARED);
    }
  }

  synchronized void ended(TaskId step) {
    peaks.remove(step);
  }

  /** The statistics with memory and spilling, where they are the step's own. */
  synchronized StepStatistics measured(TaskId step, StepStatistics done, StepProfile profile) {
    peakMemory = Math.max(peakMemory, profile.peakMemory());
    spilled = Math.max(spilled, profile.spilled());
    long peak = peaks.getOrDefault(step, SHARED);
    if (peak == SHARED) {
      return done;
    }
    long most = Math.max(peak, profile.peakMemory());
    return done.withEngineUse(most == 0 ? -1 : most, profile.spilled());
  }

  /** The statistics of all steps together with what they took of the engine together. */
  synchronized StepStatistics measured(StepStatistics total) {
    return total.withEngineUse(peakMemory, spilled);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    timer.close();
  }

  private void sample() {
    Map<TaskId, Long> running;
    synchronized (this) {
      running = new LinkedHashMap<>(peaks);
    }
    if (running.isEmpty()) {
      return;
    }
    double fraction = running.size() == 1 ? engine.progress().orElse(-1.0) : -1;
    running
        .keySet()
        .forEach(step ->
            reporter.send((id, at) -> new RunEvent.StepProgressed(id, at, step, fraction, -1)));
    long memory = engine.memory();
    synchronized (this) {
      peakMemory = Math.max(peakMemory, memory);
      peaks.replaceAll((_, peak) -> peak == SHARED ? SHARED : Math.max(peak, memory));
    }
  }
}
