package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.progress.Cancellation;
import io.qarion.plugins.sql.Interruption;
import io.qarion.plugins.sql.SqlSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection at work: runs statements, which a cancellation can stop. */
final class SqliteSession implements SqlSession, AutoCloseable {

  private static final Pattern CHANGE =
      Pattern.compile("^\\s*(?:INSERT|UPDATE|DELETE)\\b", Pattern.CASE_INSENSITIVE);

  private final SqliteDatabase database;
  private final Connection connection;
  private final Cancellation cancellation;
  private final FileTables files;
  private final Set<String> known = new HashSet<>();
  private final Set<String> loaded = new HashSet<>();

  SqliteSession(SqliteDatabase database, FileTables files, Cancellation cancellation) {
    this.database = database;
    this.files = files;
    this.cancellation = cancellation;
    try {
      this.connection = database.connect();
    } catch (SQLException e) {
      throw database.errors().of(e);
    }
  }

  Connection connection() {
    return connection;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  SqliteErrors errors() {
    return database.errors();
  }

  @Override
  public long execute(String sql) {
    boolean isChange = CHANGE.matcher(sql).find();
    return run(
        sql,
        statement -> {
          statement.execute();
          return isChange ? Math.max(0, statement.getLargeUpdateCount()) : 0L;
        });
  }

  @Override
  public List<List<@Nullable Object>> select(String sql, Schema schema) {
    var rows = new ArrayList<List<@Nullable Object>>();
    each(sql, schema, rows::add);
    return rows;
  }

  /** Gives the rows of a SELECT one after the other. */
  void each(String sql, Schema schema, Consumer<List<@Nullable Object>> rows) {
    run(
        sql,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.accept(row(result, schema));
            }
          }
          return 0;
        });
  }

  /** Does something with the rows of a SELECT as they are asked for. */
  <T> T reading(String sql, Schema schema, Function<Iterator<List<@Nullable Object>>, T> work) {
    return run(
        sql,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            return work.apply(new ResultRows(result, schema, errors()));
          }
        });
  }

  static List<@Nullable Object> row(ResultSet result, Schema schema) throws SQLException {
    var cells = new ArrayList<@Nullable Object>(schema.size());
    for (int i = 0; i < schema.size(); i++) {
      cells.add(Cells.value(result.getObject(i + 1), schema.columns().get(i).type()));
    }
    return cells;
  }

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

  @Override
  public long count(String sql) {
    return number(sql);
  }

  @Override
  public Optional<Schema> tableSchema(String table) {
    Schema schema = new Schema(StoredColumns.of(this, table).stream().map(this::optional).toList());
    return schema.size() == 0 ? Optional.empty() : Optional.of(schema);
  }

  private Column optional(Column column) {
    return Column.of(column.name(), column.type());
  }

  @Override
  public List<String> requiredColumns(String table) {
    return StoredColumns.of(this, table).stream()
        .filter(Column::required)
        .map(Column::name)
        .toList();
  }

  /** Something done with a statement. */
  @FunctionalInterface
  interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  /** Prepares a statement and does something with it, which a cancellation stops. */
  <T> T run(String sql, Work<T> work) {
    cancellation.throwIfRequested();
    try {
      files.load(this, sql, loaded);
      learn(sql);
      try (PreparedStatement statement = connection.prepareStatement(sql);
          var interruption = new Interruption(statement);
          var _ = cancellation.onCancel(interruption::request)) {
        return work.on(statement);
      }
    } catch (SQLException e) {
      cancellation.throwIfRequested();
      throw errors().of(e);
    }
  }

  private void learn(String sql) throws SQLException {
    for (var called : database.functions().calledIn(sql).entrySet()) {
      if (known.add(called.getKey())) {
        make(called.getKey(), called.getValue());
      }
    }
  }

  private void make(String name, JavaFunction function) throws SQLException {
    switch (function) {
      case JavaFunction.Scalar scalar ->
          make(name, new ScalarBridge(scalar), scalar.arguments().size());
      case JavaFunction.Grouped grouped ->
          make(name, new GroupBridge(grouped), grouped.arguments().size());
      case JavaFunction.Nearest nearest -> make(name, new NearestBridge(nearest.first()), 1);
    }
  }

  private void make(String name, org.sqlite.Function bridge, int arguments) throws SQLException {
    org.sqlite.Function.create(
        connection, name, bridge, arguments, org.sqlite.Function.FLAG_DETERMINISTIC);
  }

  /** Undoes everything; an interrupted change has undone it already. */
  void rollback() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw errors().of(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw errors().of(e);
    }
  }
}
