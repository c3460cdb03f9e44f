package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.progress.Cancellation;
import io.qarion.plugins.sql.Interruption;
import io.qarion.plugins.sql.SqlSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.ProfilerPrintFormat;
import org.jspecify.annotations.Nullable;

/** One connection at work: runs statements, which a cancellation can stop. */
public final class DuckDbSession implements SqlSession, AutoCloseable {

  private final DuckDbInstance instance;
  private final DuckDBConnection connection;
  private final Cancellation cancellation;
  private final RunningStatements running;
  private Optional<StatementProfiles> profiles = Optional.empty();

  public DuckDbSession(
      DuckDbInstance instance, Cancellation cancellation, RunningStatements running) {
    this.instance = instance;
    this.connection = instance.connect();
    this.cancellation = cancellation;
    this.running = running;
  }

  public DuckDBConnection connection() {
    return connection;
  }

  /** From here on DuckDB keeps a profile of each statement that works on rows. */
  public StatementProfiles profiled() {
    var kept = new StatementProfiles();
    profile(kept);
    return kept;
  }

  /**
   * Another connection to the same database, outside this one's transaction: an error in it ends
   * nothing here. It adds to the same profile.
   */
  public DuckDbSession beside() {
    var other = new DuckDbSession(instance, cancellation, running);
    profiles.ifPresent(other::profile);
    return other;
  }

  private void profile(StatementProfiles kept) {
    execute("SET enable_profiling = 'no_output'");
    execute("SET profiling_coverage = 'ALL'");
    profiles = Optional.of(kept);
  }

  /** Runs a statement; after an error DuckDB closes it, so each has its own. */
  @Override
  public long execute(String sql) {
    return run(
        sql,
        statement -> {
          statement.execute();
          return Math.max(0, statement.getLargeUpdateCount());
        });
  }

  /** The rows of a statement made by {@link ChunkReader#readable}. */
  public List<List<@Nullable Object>> rows(String sql, Schema schema) {
    return run(sql, statement -> ChunkReader.rows(statement, schema));
  }

  @Override
  public List<List<@Nullable Object>> select(String sql, Schema schema) {
    return rows(ChunkReader.readable(sql, schema), schema);
  }

  /** Gives the rows of a SELECT one after the other. */
  public void each(String select, Schema schema, Consumer<List<@Nullable Object>> rows) {
    run(
        ChunkReader.readable(select, schema),
        statement -> {
          ChunkReader.each(statement, schema, rows);
          return 0;
        });
  }

  /** Gives the rows of a SELECT column by column. */
  void columns(String select, Schema schema, ColumnsSink columns) {
    run(
        ColumnReader.readable(select, schema),
        statement -> {
          ColumnReader.read(statement, schema, columns);
          return 0;
        });
  }

  /** The first number of a result. */
  @Override
  public long number(String sql) {
    return run(
        sql,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0L;
          }
        });
  }

  /** The same, and not part of the profile. */
  @Override
  public long count(String sql) {
    return aside(() -> number(sql));
  }

  /** Columns that a SELECT gives; nothing is computed. */
  public Schema describe(String select) {
    return columns("DESCRIBE " + select, 1, 2);
  }

  @Override
  public Optional<Schema> tableSchema(String table) {
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
  @Override
  public List<String> requiredColumns(String table) {
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
  public boolean isView(String name) {
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
    try (var feeds = RowFeeds.use(sql)) {
      return run(sql, work, feeds);
    }
  }

  private <T> T run(String sql, Work<T> work, RowFeeds.Use feeds) {
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
      throw feeds.failure().orElseGet(() -> DuckDbErrors.of(e));
    }
  }

  /** Undoes everything, also after a cancellation. */
  public void rollback() {
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
