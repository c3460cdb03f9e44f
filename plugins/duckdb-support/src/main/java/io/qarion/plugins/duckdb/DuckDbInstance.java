package io.qarion.plugins.duckdb;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * One open database, locked down: it reads and writes the folders it was given and nothing else,
 * loads no extension, and its settings can't be changed. Connections are duplicated from it.
 */
public final class DuckDbInstance implements AutoCloseable {

  private static final List<String> CHANGEABLE =
      List.of(
          "enable_profiling",
          "profiling_coverage",
          "enable_progress_bar",
          "enable_progress_bar_print");

  private final DuckDbSettings settings;
  private final List<DuckDBConnection> handedOut = new ArrayList<>();
  private DuckDBConnection root;
  private boolean ended;

  private DuckDbInstance(DuckDbSettings settings) {
    this.settings = settings;
    this.root = opened(settings);
  }

  public static DuckDbInstance open(DuckDbSettings settings) {
    return new DuckDbInstance(settings);
  }

  private static DuckDBConnection opened(DuckDbSettings settings) {
    try {
      Files.createDirectories(settings.spill());
      if (settings.database().isPresent()) {
        Files.createDirectories(settings.database().get().toAbsolutePath().resolveSibling("."));
      }
      String url = "jdbc:duckdb:" + settings.database().map(Path::toString).orElse("");
      var properties = new Properties();
      properties.setProperty("autoinstall_known_extensions", "false");
      properties.setProperty("autoload_known_extensions", "false");
      properties.setProperty("jdbc_instance_cache", "false");
      var connection = DriverManager.getConnection(url, properties).unwrap(DuckDBConnection.class);
      try {
        lockDown(connection, settings);
        JavaScan.register(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return connection;
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    } catch (IOException e) {
      throw noFolders(settings.spill(), e);
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      throw noLibrary(e);
    }
  }

  private static QarionException noFolders(Path spill, IOException cause) {
    return new QarionException(
        Problem.error(
            "engine.unwritable",
            Place.in(spill.toString(), 0, 0),
            "DuckDB's folders can't be made: %s. %s"
                .formatted(FileFailures.reason(cause), FileFailures.disk(spill)),
            "Free space, or correct path and temp_directory in [engine.config]."),
        cause);
  }

  /** The driver unpacks its native library into the system's temporary folder. */
  private static QarionException noLibrary(Throwable cause) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return new QarionException(
        Problem.error(
            "engine.library",
            Place.in(folder.toString(), 0, 0),
            "DuckDB's library can't be unpacked here or does not fit this system: %s. %s"
                .formatted(deepest(cause), FileFailures.disk(folder.resolve("library"))),
            "Free space there, or name another folder with -Djava.io.tmpdir."),
        cause);
  }

  private static String deepest(Throwable error) {
    Throwable at = error;
    for (Throwable cause = at.getCause(); cause != null; cause = at.getCause()) {
      at = cause;
    }
    return String.valueOf(at.getMessage());
  }

  /**
   * A further session; whoever asks closes it. After a failure to write DuckDB does no more work;
   * then the database is opened anew, as soon as the sessions from before have ended.
   */
  public synchronized DuckDBConnection connect() {
    try {
      return handedOut();
    } catch (SQLException e) {
      openAnew(e);
    }
    try {
      return handedOut();
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  private DuckDBConnection handedOut() throws SQLException {
    DuckDBConnection connection = root.duplicate();
    try (Statement statement = connection.createStatement()) {
      // Without these DuckDB does not say how far a statement is.
      statement.execute("SET enable_progress_bar = true");
      statement.execute("SET enable_progress_bar_print = false");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    handedOut.removeIf(DuckDbInstance::isClosed);
    handedOut.add(connection);
    return connection;
  }

  /** Two open databases on one file would harm it, so sessions of the old one have to end first. */
  private void openAnew(SQLException why) {
    QarionException problem = DuckDbErrors.of(why);
    handedOut.removeIf(DuckDbInstance::isClosed);
    boolean isOver = isClosed(root) || problem.code().equals(DuckDbErrors.CLOSED);
    if (ended || !isOver || !handedOut.isEmpty() || settings.database().isEmpty()) {
      throw problem;
    }
    closeRoot();
    root = opened(settings);
  }

  private static boolean isClosed(DuckDBConnection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  /** All rows of a small result, as text. */
  public List<TextRow> textRows(String sql) {
    try (DuckDBConnection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      var rows = new ArrayList<TextRow>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        var cells = new HashMap<String, String>();
        for (int i = 1; i <= columns; i++) {
          String text = result.getString(i);
          if (text != null) {
            cells.put(result.getMetaData().getColumnName(i), text);
          }
        }
        rows.add(new TextRow(cells));
      }
      return rows;
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  /** Nobody opens it anew after this. */
  @Override
  public synchronized void close() {
    ended = true;
    closeRoot();
  }

  private void closeRoot() {
    try {
      root.close();
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  /** The order matters: what comes last forbids what came before. */
  private static void lockDown(DuckDBConnection connection, DuckDbSettings settings)
      throws SQLException {
    var commands = new ArrayList<String>();
    commands.add("SET memory_limit = " + SqlText.text(settings.memoryLimit().orElse("60%")));
    commands.add("SET temp_directory = " + SqlText.text(settings.spill().toString()));
    settings
        .maxSpill()
        .ifPresent(size -> commands.add("SET max_temp_directory_size = " + SqlText.text(size)));
    settings.threads().ifPresent(threads -> commands.add("SET threads = " + threads));
    commands.add("SET checkpoint_threshold = '100GB'");
    // Where a disk is full, DuckDB's own threads for writing wait for each other, for ever.
    commands.add("SET async_threads = 0");
    commands.add("SET TimeZone = 'UTC'");
    commands.add(
        "SET allowed_directories = "
            + SqlText.option(settings.folders().stream().map(DuckDbInstance::folder).toList()));
    commands.add("SET allowed_configs = " + SqlText.option(CHANGEABLE));
    commands.add("SET enable_external_access = false");
    commands.add("SET lock_configuration = true");
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static String folder(Path path) {
    String text = path.toAbsolutePath().normalize().toString().replace('\\', '/');
    return text.endsWith("/") ? text : text + "/";
  }
}
