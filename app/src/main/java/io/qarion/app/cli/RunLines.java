package io.qarion.app.cli;

import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.progress.TimeLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The lines that say what happened in one run, and what goes on in it right now. */
final class RunLines {

  private final Consumer<String> lines;
  private final Consumer<String> now;
  private final Map<TaskId, PlannedStep> planned = new LinkedHashMap<>();
  private final Map<TaskId, Instant> started = new LinkedHashMap<>();
  private Instant runStart = Instant.EPOCH;

  /**
   * @param lines takes what happened
   * @param now takes what goes on
   */
  RunLines(Consumer<String> lines, Consumer<String> now) {
    this.lines = lines;
    this.now = now;
  }

  void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted run -> {
        runStart = run.at();
        line("Run of '%s' on %s".formatted(run.flow(), run.store()));
      }
      case RunEvent.BatchStarted batch -> batch(batch);
      case RunEvent.StepStarted step -> started.put(step.step(), step.at());
      case RunEvent.StepProgressed step -> progress(step);
      case RunEvent.FileLoaded file ->
          line("    %s: %,d rows%s".formatted(file.file(), file.rows(), rejected(file.rejected())));
      case RunEvent.CheckFinished check ->
          line(
              "    %s %s"
                  .formatted(check.outcome().passed() ? "✓" : "✗", check.outcome().message()));
      case RunEvent.FileExported file ->
          line(
              "    wrote %s: %,d rows, %s"
                  .formatted(file.file(), file.rows(), Amounts.bytes(file.bytes())));
      case RunEvent.FlowCalled _ -> {} // its own lines and the end of the step say so
      case RunEvent.StepFinished step -> finished(step);
      case RunEvent.RunFinished run -> summary(run);
    }
  }

  private void batch(RunEvent.BatchStarted batch) {
    planned.clear();
    batch.steps().forEach(step -> planned.put(step.step(), step));
    line("Batch %d%s".formatted(batch.batchId(), batch.resumed() ? ", resumed" : ""));
    int width = width();
    for (PlannedStep step : batch.steps()) {
      if (!step.runs()) {
        line("  – %s  %s".formatted(padded(step.step().value(), width), step.reason()));
      }
    }
  }

  private void finished(RunEvent.StepFinished step) {
    started.remove(step.step());
    String mark =
        switch (step.status()) {
          case SUCCESS -> "✓";
          case SKIPPED -> "–";
          default -> "✗";
        };
    PlannedStep plan = planned.get(step.step());
    String reason = plan == null ? "" : "  (" + plan.reason() + ")";
    String text =
        step.status() == RunStatus.SUCCESS
            ? statistics(step.statistics()) + reason
            : step.status().text() + reason(step);
    line("  %s %s  %s".formatted(mark, padded(step.step().value(), width()), text));
  }

  private void summary(RunEvent.RunFinished run) {
    StepStatistics all = run.statistics();
    String time = Amounts.time(Duration.between(runStart, run.at()));
    String rows =
        all.rowsOut() > 0 || all.rowsIn() > 0
            ? ", %,d rows written".formatted(Math.max(0, all.rowsOut()))
            : "";
    String bytes = all.bytesRead() > 0 ? ", %s read".formatted(Amounts.bytes(all.bytesRead())) : "";
    String message = run.message().isEmpty() ? "" : "  " + run.message();
    line("%s in %s%s%s.%s".formatted(title(run.status()), time, rows, bytes, message));
  }

  private void progress(RunEvent.StepProgressed step) {
    Instant start = started.getOrDefault(step.step(), step.at());
    Duration spent = Duration.between(start, step.at());
    String part = step.fraction() < 0 ? "" : " %d %%".formatted((int) (step.fraction() * 100));
    String left =
        TimeLeft.ofStep(spent, step.fraction())
            .map(rest -> ", about %s left".formatted(Amounts.time(rest)))
            .orElse("");
    now.accept("  … %s%s %s%s".formatted(step.step(), part, Amounts.time(spent), left));
  }

  private void line(String text) {
    lines.accept(text);
  }

  private int width() {
    return planned.keySet().stream().mapToInt(id -> id.value().length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String statistics(StepStatistics done) {
    String rows = done.rowsOut() < 0 ? "" : "%,12d rows  ".formatted(done.rowsOut());
    return rows + "%8s".formatted(Amounts.time(done.duration()));
  }

  /** Why a step was skipped; why one failed comes with the end of the run. */
  private static String reason(RunEvent.StepFinished step) {
    return step.status() == RunStatus.SKIPPED ? ": " + step.message() : "";
  }

  private static String rejected(long rows) {
    return rows == 0 ? "" : ", %,d put aside".formatted(rows);
  }

  private static String title(RunStatus status) {
    return switch (status) {
      case SUCCESS -> "Done";
      case FAILED -> "Failed";
      case CANCELLED -> "Stopped";
      case INTERRUPTED -> "Interrupted";
      case RUNNING -> "Running";
      case SKIPPED -> "Skipped";
    };
  }
}
