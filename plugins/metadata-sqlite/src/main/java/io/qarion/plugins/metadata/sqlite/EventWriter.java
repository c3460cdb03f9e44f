package io.qarion.plugins.metadata.sqlite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes each event of a run into the table it belongs to. */
final class EventWriter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final MetadataDatabase database;

  EventWriter(MetadataDatabase database) {
    this.database = database;
  }

  void write(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted started -> runStarted(started);
      case RunEvent.BatchStarted started -> batchStarted(started);
      case RunEvent.StepStarted started -> stepStarted(started);
      case RunEvent.StepProgressed _ -> {} // of interest while it happens only
      case RunEvent.FileLoaded loaded -> fileLoaded(loaded);
      case RunEvent.CheckFinished finished -> checkFinished(finished);
      case RunEvent.FileExported exported -> fileExported(exported);
      case RunEvent.FlowCalled called -> flowCalled(called);
      case RunEvent.StepFinished finished -> stepFinished(finished);
      case RunEvent.RunFinished finished -> runFinished(finished);
    }
  }

  private void runStarted(RunEvent.RunStarted event) {
    database.update(
        """
        INSERT INTO xt_flow_executions
          (execution_id, flow_id, start_time, status, variables, store, heartbeat_time)
        VALUES (?, ?, ?, 'running', ?, ?, ?)\
        """,
        event.run().value(),
        event.flow().value(),
        text(event.at()),
        json(event.variables()),
        event.store(),
        text(event.at()));
  }

  private void batchStarted(RunEvent.BatchStarted event) {
    database.update(
        "UPDATE xt_flow_executions SET batch_id = ? WHERE execution_id = ?",
        event.batchId(),
        event.run().value());
    for (PlannedStep step : event.steps()) {
      log(
          event.run(),
          event.at(),
          step.step().value(),
          "info",
          "step.planned",
          (step.runs() ? "runs: " : "does not run: ") + step.reason());
    }
  }

  private void stepStarted(RunEvent.StepStarted event) {
    database.update(
        """
        INSERT OR REPLACE INTO xt_task_executions
          (execution_id, task_id, batch_id, task_type, start_time, status)
        VALUES (?, ?, ?, ?, ?, 'running')\
        """,
        event.run().value(),
        event.step().value(),
        event.batchId(),
        event.type(),
        text(event.at()));
  }

  private void fileLoaded(RunEvent.FileLoaded event) {
    database.update(
        "INSERT INTO xt_load_operations VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        event.run().value(),
        event.step().value(),
        event.batchId(),
        text(event.at()),
        event.file(),
        event.rows(),
        event.rejected(),
        event.bytes());
    database.update(
        "UPDATE xt_flow_executions SET rows_loaded = rows_loaded + ? WHERE execution_id = ?",
        event.rows(),
        event.run().value());
  }

  private void checkFinished(RunEvent.CheckFinished event) {
    var outcome = event.outcome();
    database.update(
        "INSERT INTO xt_quality_check_executions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.run().value(),
        event.step().value(),
        event.batchId(),
        text(event.at()),
        outcome.id(),
        outcome.name(),
        outcome.type(),
        outcome.severity(),
        outcome.passed() ? 1 : 0,
        outcome.rowsChecked(),
        outcome.rowsFailed(),
        outcome.message());
  }

  private void fileExported(RunEvent.FileExported event) {
    database.update(
        "INSERT INTO xt_export_operations VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        event.run().value(),
        event.step().value(),
        event.batchId(),
        text(event.at()),
        event.file(),
        event.format(),
        event.rows(),
        event.bytes());
  }

  private void flowCalled(RunEvent.FlowCalled event) {
    database.update(
        "INSERT INTO xt_flow_trigger_operations VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        event.run().value(),
        event.step().value(),
        text(event.at()),
        event.step().value(),
        "task",
        event.flow().value(),
        event.status().text(),
        event.called().value());
  }

  private void stepFinished(RunEvent.StepFinished event) {
    StepStatistics done = event.statistics();
    if (event.status() == RunStatus.SKIPPED) {
      stepStarted(
          new RunEvent.StepStarted(
              event.run(), event.at(), event.batchId(), event.step(), "skipped"));
    }
    database.update(
        """
        UPDATE xt_task_executions SET end_time = ?, status = ?, rows_in = ?, rows_out = ?,
          rows_rejected = ?, bytes_read = ?, bytes_written = ?, duration_ms = ?,
          peak_memory_bytes = ?, spilled_bytes = ?, message = ?, operator_profile = ?,
          output_columns = ?
        WHERE execution_id = ? AND task_id = ? AND batch_id = ?\
        """,
        text(event.at()),
        event.status().text(),
        known(done.rowsIn()),
        known(done.rowsOut()),
        known(done.rowsRejected()),
        known(done.bytesRead()),
        known(done.bytesWritten()),
        done.duration().toMillis(),
        known(done.peakMemory()),
        known(done.spilled()),
        event.message(),
        event.profile().isEmpty() ? null : ProfileJson.of(event.profile()),
        event.columns().isEmpty() ? null : ColumnsJson.of(event.columns()),
        event.run().value(),
        event.step().value(),
        event.batchId());
    database.update(
        "UPDATE xt_flow_executions SET rows_processed = rows_processed + ? WHERE execution_id = ?",
        Math.max(0, done.rowsOut()),
        event.run().value());
  }

  private void runFinished(RunEvent.RunFinished event) {
    database.update(
        """
        UPDATE xt_flow_executions SET end_time = ?, status = ?, success = ?, error_message = ?,
          peak_memory_bytes = ?, spilled_bytes = ?
        WHERE execution_id = ?\
        """,
        text(event.at()),
        event.status().text(),
        event.status() == RunStatus.SUCCESS ? 1 : 0,
        event.message(),
        known(event.statistics().peakMemory()),
        known(event.statistics().spilled()),
        event.run().value());
    for (Problem problem : event.problems()) {
      log(
          event.run(),
          event.at(),
          null,
          problem.severity().name().toLowerCase(Locale.ROOT),
          problem.code(),
          problem.toString());
    }
  }

  private void log(
      RunId run, Instant at, @Nullable String task, String level, String code, String message) {
    database.update(
        "INSERT INTO xt_operation_logs VALUES (?, ?, ?, ?, ?, ?)",
        run.value(),
        task,
        text(at),
        level,
        code,
        message);
  }

  /** Always of one length, so that texts sort as times do. */
  static String text(Instant at) {
    return TIME.format(at);
  }

  private static @Nullable Long known(long number) {
    return number < 0 ? null : number;
  }

  private static String json(Map<String, String> variables) {
    var node = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(variables).forEach(node::put);
    return node.toString();
  }
}
