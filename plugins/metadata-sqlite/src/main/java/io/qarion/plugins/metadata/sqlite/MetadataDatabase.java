package io.qarion.plugins.metadata.sqlite;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQLite file with the metadata tables; one connection, used by one thread at a time. */
final class MetadataDatabase implements AutoCloseable {

  /** Columns that files made by earlier versions lack. */
  private static final List<ColumnOf> ADDED =
      List.of(
          new ColumnOf("xt_flow_executions", "peak_memory_bytes", "INTEGER"),
          new ColumnOf("xt_flow_executions", "spilled_bytes", "INTEGER"),
          new ColumnOf("xt_task_executions", "operator_profile", "TEXT"),
          new ColumnOf("xt_task_executions", "output_columns", "TEXT"),
          new ColumnOf("xt_flow_trigger_operations", "triggered_execution_id", "TEXT"));

  private static final Pattern COMMANDS = Pattern.compile(";");

  private final Path file;
  private final Connection connection;

  private MetadataDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, and makes it and its tables if they are not there. */
  static MetadataDatabase open(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file));
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      var database = new MetadataDatabase(file, connection);
      try {
        database.prepare();
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return database;
    } catch (SQLException e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.unwritable",
              Place.in(file.toString(), 0, 0),
              "The folder of the run history can't be made: %s. %s"
                  .formatted(FileFailures.reason(e), FileFailures.disk(file)),
              "Free space, or give yourself the right to write there."),
          e);
    }
  }

  /** Changes rows; returns how many. */
  synchronized int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw refused(file, e);
    }
  }

  synchronized <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw refused(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw refused(file, e);
    }
  }

  private void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      for (String command : COMMANDS.splitAsStream(schema()).toList()) {
        if (!command.isBlank()) {
          statement.execute(command);
        }
      }
      for (ColumnOf column : ADDED) {
        if (!column.isIn(statement)) {
          statement.execute(
              "ALTER TABLE %s ADD COLUMN %s %s"
                  .formatted(column.table(), column.name(), column.type()));
        }
      }
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static String schema() {
    try (InputStream in = MetadataDatabase.class.getResourceAsStream("schema.sql")) {
      byte[] bytes = Objects.requireNonNull(in, "schema.sql is part of the program").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SQLite names a full disk only where it asked for space in time; else it is a failed write. */
  private static boolean isUnwritable(SQLException cause) {
    String text = String.valueOf(cause.getMessage());
    return text.contains("SQLITE_FULL")
        || text.contains("SQLITE_IOERR")
        || text.contains("SQLITE_CANTOPEN")
        || text.contains("SQLITE_READONLY");
  }

  /** Before it opens anything the driver unpacks its native library into the temporary folder. */
  private static QarionException noLibrary(SQLException cause) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return new QarionException(
        Problem.error(
            "history.library",
            Place.in(folder.toString(), 0, 0),
            "SQLite's library, which keeps the run history, can't be unpacked here or does not fit"
                + " this system. "
                + FileFailures.disk(folder.resolve("library")),
            "Free space there, or name another folder with -Djava.io.tmpdir."),
        cause);
  }

  private static QarionException refused(Path file, SQLException cause) {
    if (String.valueOf(cause.getMessage()).startsWith("Error opening connection")) {
      return noLibrary(cause);
    }
    if (isUnwritable(cause)) {
      return new QarionException(
          Problem.error(
              "history.unwritable",
              Place.in(file.toString(), 0, 0),
              "The run history can't be written: %s. %s"
                  .formatted(cause.getMessage(), FileFailures.disk(file)),
              "Free space, or give yourself the right to write there. Data does not depend on it."),
          cause);
    }
    return new QarionException(
        Problem.error(
            "history.refused",
            Place.in(file.toString(), 0, 0),
            "The run history can't be used: " + cause.getMessage(),
            "If the file is damaged, move it away; a new one is made. No data is lost with it."),
        cause);
  }

  /** A column of a table. */
  private record ColumnOf(String table, String name, String type) {

    boolean isIn(Statement statement) throws SQLException {
      try (ResultSet columns = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
        while (columns.next()) {
          if (columns.getString("name").equals(name)) {
            return true;
          }
        }
        return false;
      }
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
