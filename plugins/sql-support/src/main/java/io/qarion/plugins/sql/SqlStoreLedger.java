package io.qarion.plugins.sql;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LedgerStep;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * A ledger in tables of the data store: {@code xt_batches, xt_commits, xt_files, xt_landings};
 * {@code docs/metadata.md} describes them.
 */
public final class SqlStoreLedger implements StoreLedger {

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS xt_batches (
            batch_id BIGINT NOT NULL, flow_id VARCHAR NOT NULL,
            clock VARCHAR NOT NULL, status VARCHAR NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS xt_commits (
            flow_id VARCHAR NOT NULL, step_id VARCHAR NOT NULL, batch_id BIGINT NOT NULL,
            fingerprint VARCHAR NOT NULL, clock VARCHAR NOT NULL,
            row_count BIGINT NOT NULL, watermark BIGINT)\
          """,
          """
          CREATE TABLE IF NOT EXISTS xt_files (
            flow_id VARCHAR NOT NULL, step_id VARCHAR NOT NULL, batch_id BIGINT NOT NULL,
            path VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, size BIGINT NOT NULL,
            modified BIGINT NOT NULL, row_count BIGINT NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS xt_landings (
            flow_id VARCHAR NOT NULL, dataset VARCHAR NOT NULL, batch_id BIGINT NOT NULL,
            columns VARCHAR NOT NULL, primary_key VARCHAR NOT NULL)\
          """);

  private final Connections connections;
  private final Function<SQLException, QarionException> errors;
  private final Semaphore writing;
  private final Clock clock;

  /** Gives a connection of its own, which is closed after use. */
  @FunctionalInterface
  public interface Connections {
    Connection open() throws SQLException;
  }

  /**
   * Makes the tables if they are not there.
   *
   * @param writing its one permit is held while something is written outside of a transaction
   */
  public SqlStoreLedger(
      Connections connections,
      Semaphore writing,
      Function<SQLException, QarionException> errors,
      Clock clock) {
    this.connections = connections;
    this.writing = writing;
    this.errors = errors;
    this.clock = clock;
    writing(connection -> {
      try (Statement statement = connection.createStatement()) {
        for (String table : TABLES) {
          statement.execute(table);
        }
      }
      return 0;
    });
  }

  @Override
  public Batch startBatch(FlowId flow) {
    return writing(connection -> {
      long id = number(connection, "SELECT coalesce(max(batch_id), 0) + 1 FROM xt_batches");
      Batch batch = new Batch(flow, id, nextClock(flow, clock), BatchStatus.OPEN);
      execute(
          connection,
          "INSERT INTO xt_batches VALUES (?, ?, ?, ?)",
          id,
          flow.value(),
          batch.clock().toString(),
          BatchStatus.OPEN.text());
      return batch;
    });
  }

  @Override
  public void endBatch(FlowId flow, long batchId, BatchStatus status) {
    writing(connection ->
        execute(
            connection,
            "UPDATE xt_batches SET status = ? WHERE flow_id = ? AND batch_id = ?",
            status.text(),
            flow.value(),
            batchId));
  }

  @Override
  public List<Batch> batches(FlowId flow) {
    return query(
        "SELECT batch_id, clock, status FROM xt_batches WHERE flow_id = ? ORDER BY batch_id",
        row ->
            new Batch(
                flow,
                row.getLong(1),
                LocalDateTime.parse(row.getString(2)),
                BatchStatus.valueOf(row.getString(3).toUpperCase(Locale.ROOT))),
        flow.value());
  }

  @Override
  public List<StepCommit> commits(FlowId flow) {
    return query(
        """
        SELECT step_id, batch_id, fingerprint, clock, row_count, watermark
        FROM xt_commits WHERE flow_id = ? ORDER BY batch_id\
        """,
        row -> {
          long watermark = row.getLong(6);
          Optional<Long> taken = row.wasNull() ? Optional.empty() : Optional.of(watermark);
          return new StepCommit(
              flow,
              new TaskId(row.getString(1)),
              row.getLong(2),
              row.getString(3),
              LocalDateTime.parse(row.getString(4)),
              row.getLong(5),
              taken);
        },
        flow.value());
  }

  @Override
  public List<LoadedFile> files(FlowId flow, TaskId step) {
    return query(
        """
        SELECT batch_id, path, sha256, size, modified, row_count
        FROM xt_files WHERE flow_id = ? AND step_id = ? ORDER BY batch_id\
        """,
        row ->
            new LoadedFile(
                flow,
                step,
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6)),
        flow.value(),
        step.value());
  }

  @Override
  public List<LandedBatch> landings(FlowId flow) {
    return with(connection -> landings(connection, flow));
  }

  @Override
  public List<LedgerStep> steps() {
    return query(
        """
        SELECT flow_id, step_id FROM xt_commits
        UNION SELECT flow_id, step_id FROM xt_files
        ORDER BY flow_id, step_id\
        """,
        row -> new LedgerStep(new FlowId(row.getString(1)), new TaskId(row.getString(2))));
  }

  @Override
  public void handOver(LedgerStep from, LedgerStep to, Optional<DatasetName> landing) {
    writing(connection -> {
      connection.setAutoCommit(false);
      new LedgerHandOver(connection, from, to).run(landing);
      connection.commit();
      return 0;
    });
  }

  /** Notes that take effect with the transaction of a connection. */
  public Writer writer(Connection connection) {
    return new SqlLedgerWriter(connection, errors);
  }

  static List<LandedBatch> landings(Connection connection, FlowId flow) throws SQLException {
    return query(
        connection,
        """
        SELECT dataset, batch_id, columns, primary_key
        FROM xt_landings WHERE flow_id = ? ORDER BY batch_id\
        """,
        row ->
            new LandedBatch(
                flow,
                new DatasetName(row.getString(1)),
                row.getLong(2),
                NameList.parse(row.getString(3)),
                NameList.parse(row.getString(4))),
        flow.value());
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    return with(connection -> query(connection, sql, reader, values));
  }

  private static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, Object... values)
      throws SQLException {
    var rows = new ArrayList<T>();
    try (PreparedStatement statement = prepared(connection, sql, values);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  private <T> T writing(Work<T> work) {
    writing.acquireUninterruptibly();
    try {
      return with(work);
    } finally {
      writing.release();
    }
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = connections.open()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw errors.apply(e);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  static int execute(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done on a connection. */
  @FunctionalInterface
  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
