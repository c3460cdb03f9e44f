package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.progress.Cancellation;
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.DuckDbErrors;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.ProfilerPrintFormat;
import org.jspecify.annotations.Nullable;

/** One connection at work: runs statements, which a cancellation can stop. */
final class Session implements AutoCloseable {

  private final DuckDbInstance instance;
  private final DuckDBConnection connection;
  private final Cancellation cancellation;
  private final RunningStatements running;
  private Optional<StatementProfiles> profiles = Optional.empty();

  Session(DuckDbInstance instance, Cancellation cancellation, RunningStatements running) {
    this.instance = instance;
    this.connection = instance.connect();
    this.cancellation = cancellation;
    this.running = running;
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** From here on DuckDB keeps a profile of each statement that works on rows. */
  StatementProfiles profiled() {
    var kept = new StatementProfiles();
    profile(kept);
    return kept;
  }

  /**
   * Another connection to the same database, outside this one's transaction: an error in it ends
   * nothing here. It adds to the same profile.
   */
  Session beside() {
    var other = new Session(instance, cancellation, running);
    profiles.ifPresent(other::profile);
    return other;
  }

  private void profile(StatementProfiles kept) {
    execute("SET enable_profiling = 'no_output'");
    execute("SET profiling_coverage = 'ALL'");
    profiles = Optional.of(kept);
  }

  /** Runs a statement; after an error DuckDB closes it, so each has its own. */
  long execute(String sql) {
    return run(
        sql,
        statement -> {
          statement.execute();
          return Math.max(0, statement.getLargeUpdateCount());
        });
  }

  /** The rows of a statement made by {@link ChunkReader#readable}. */
  List<List<@Nullable Object>> rows(String sql, Schema schema) {
    return run(sql, statement -> ChunkReader.rows(statement, schema));
  }

  /** The first number of a result. */
  long number(String sql) {
    return run(
        sql,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0L;
          }
        });
  }

  /** The same, and not part of the profile. */
  long count(String sql) {
    return aside(() -> number(sql));
  }

  /** Columns that a SELECT gives; nothing is computed. */
  Schema describe(String select) {
    return columns("DESCRIBE " + select, 1, 2);
  }

  Optional<Schema> tableSchema(String table) {
    Schema schema =
        columns(
            """
            SELECT column_name, data_type FROM duckdb_columns()
            WHERE table_name = %s AND NOT internal ORDER BY column_index\
            """
                .formatted(SqlText.text(table)),
            1,
            2);
    return schema.size() == 0 ? Optional.empty() : Optional.of(schema);
  }

  /** Columns of a table that take no NULL. */
  List<String> requiredColumns(String table) {
    String sql =
        "SELECT column_name AS name FROM duckdb_columns() WHERE table_name = %s AND NOT is_nullable"
            .formatted(SqlText.text(table));
    Schema schema = Schema.of(Column.of("name", PlainType.STRING));
    return aside(() ->
        rows(ChunkReader.readable(sql, schema), schema).stream()
            .map(row -> String.valueOf(row.getFirst()))
            .toList());
  }

  /** Does what the step's profile has no place for. */
  private <T> T aside(Supplier<T> work) {
    Optional<StatementProfiles> kept = profiles;
    profiles = Optional.empty();
    try {
      return work.get();
    } finally {
      profiles = kept;
    }
  }

  /** Whether a view has this name. */
  boolean isView(String name) {
    return count(
            "SELECT count(*) FROM duckdb_views() WHERE NOT internal AND view_name = "
                + SqlText.text(name))
        > 0;
  }

  private Schema columns(String sql, int name, int type) {
    return aside(() -> catalog(sql, name, type));
  }

  private Schema catalog(String sql, int name, int type) {
    return run(
        sql,
        statement -> {
          var columns = new ArrayList<Column>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              columns.add(
                  Column.of(result.getString(name), DuckDbTypes.parse(result.getString(type))));
            }
          }
          return new Schema(columns);
        });
  }

  private <T> T run(String sql, Work<T> work) {
    cancellation.throwIfRequested();
    try (DuckDBPreparedStatement statement = ChunkReader.prepare(connection, sql);
        var interruption = new Interruption(statement);
        var _ = cancellation.onCancel(interruption::request)) {
      running.started(statement);
      try {
        T result = work.on(statement);
        if (profiles.isPresent()) {
          profiles.get().add(connection.getProfilingInformation(ProfilerPrintFormat.JSON));
        }
        return result;
      } finally {
        running.ended(statement);
      }
    } catch (SQLException e) {
      cancellation.throwIfRequested();
      throw DuckDbErrors.of(e);
    }
  }

  /** Undoes everything, also after a cancellation. */
  void rollback() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  /** Something done with a statement. */
  @FunctionalInterface
  private interface Work<T> {
    T on(DuckDBPreparedStatement statement) throws SQLException;
  }
}
