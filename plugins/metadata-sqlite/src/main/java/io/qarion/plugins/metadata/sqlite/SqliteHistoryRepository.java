package io.qarion.plugins.metadata.sqlite;

import io.qarion.core.history.HistoryRepository;
import io.qarion.core.history.RunRecord;
import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** History in the nine tables of {@code docs/metadata.md}. */
final class SqliteHistoryRepository implements HistoryRepository {

  private static final String RUN_COLUMNS =
      "execution_id, flow_id, batch_id, start_time, end_time, status, rows_loaded, rows_processed,"
          + " error_message, variables, peak_memory_bytes, spilled_bytes";

  private final MetadataDatabase database;
  private final Clock clock;
  private final EventWriter writer;

  SqliteHistoryRepository(MetadataDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.writer = new EventWriter(database);
  }

  @Override
  public void record(RunEvent event) {
    writer.write(event);
  }

  @Override
  public void heartbeat(RunId run) {
    database.update(
        "UPDATE xt_flow_executions SET heartbeat_time = ? WHERE execution_id = ?",
        EventWriter.text(clock.instant()),
        run.value());
  }

  @Override
  public List<RunRecord> markInterrupted(Duration silence) {
    String latest = EventWriter.text(clock.instant().minus(silence));
    List<RunRecord> silent =
        database.query(
            "SELECT "
                + RUN_COLUMNS
                + " FROM xt_flow_executions WHERE status = 'running' AND heartbeat_time <= ?",
            SqliteHistoryRepository::run,
            latest);
    for (RunRecord record : silent) {
      String id = record.id().value();
      database.update(
          """
          UPDATE xt_flow_executions SET status = 'interrupted', success = 0, end_time = heartbeat_time,
            error_message = 'The program ended while the flow was running.' WHERE execution_id = ?\
          """,
          id);
      database.update(
          """
          UPDATE xt_task_executions SET status = 'interrupted'
          WHERE execution_id = ? AND status = 'running'\
          """,
          id);
    }
    return silent;
  }

  @Override
  public List<RunRecord> runs(Optional<FlowId> flow, int limit) {
    return database.query(
        "SELECT "
            + RUN_COLUMNS
            + " FROM xt_flow_executions WHERE ? = '' OR flow_id = ? ORDER BY start_time DESC LIMIT"
            + " ?",
        SqliteHistoryRepository::run,
        flow.map(FlowId::value).orElse(""),
        flow.map(FlowId::value).orElse(""),
        limit);
  }

  @Override
  public List<StepRecord> steps(RunId run) {
    return database.query(
        """
        SELECT task_id, task_type, batch_id, start_time, end_time, status, rows_in, rows_out,
          rows_rejected, bytes_read, bytes_written, duration_ms, peak_memory_bytes, spilled_bytes,
          message, output_columns
        FROM xt_task_executions WHERE execution_id = ? ORDER BY start_time, rowid\
        """,
        row -> step(run, row),
        run.value());
  }

  @Override
  public void close() {
    database.close();
  }

  private static RunRecord run(ResultSet row) throws SQLException {
    long batch = row.getLong("batch_id");
    Optional<Long> batchId = row.wasNull() ? Optional.empty() : Optional.of(batch);
    return new RunRecord(
        new RunId(row.getString("execution_id")),
        new FlowId(row.getString("flow_id")),
        batchId,
        Instant.parse(row.getString("start_time")),
        Optional.ofNullable(row.getString("end_time")).map(Instant::parse),
        RunStatus.parse(row.getString("status")),
        row.getLong("rows_loaded"),
        row.getLong("rows_processed"),
        Optional.ofNullable(row.getString("error_message")).orElse(""),
        row.getString("variables"),
        number(row, "peak_memory_bytes"),
        number(row, "spilled_bytes"));
  }

  private static StepRecord step(RunId run, ResultSet row) throws SQLException {
    return new StepRecord(
        run,
        new TaskId(row.getString("task_id")),
        row.getString("task_type"),
        row.getLong("batch_id"),
        Instant.parse(row.getString("start_time")),
        Optional.ofNullable(row.getString("end_time")).map(Instant::parse),
        RunStatus.parse(row.getString("status")),
        new StepStatistics(
            number(row, "rows_in"),
            number(row, "rows_out"),
            number(row, "rows_rejected"),
            number(row, "bytes_read"),
            number(row, "bytes_written"),
            Duration.ofMillis(Math.max(0, number(row, "duration_ms"))),
            number(row, "peak_memory_bytes"),
            number(row, "spilled_bytes")),
        Optional.ofNullable(row.getString("message")).orElse(""),
        ColumnsJson.read(row.getString("output_columns")));
  }

  /** A missing number is an unknown one. */
  private static long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? -1 : value;
  }
}
