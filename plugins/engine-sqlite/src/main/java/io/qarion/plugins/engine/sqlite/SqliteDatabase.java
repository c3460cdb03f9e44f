package io.qarion.plugins.engine.sqlite;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteConfig;

/**
 * The file of a project's tables. SQLite has one writer at a time: who wants to write waits here,
 * where a wait can be cancelled; readers see what was committed when they began.
 */
final class SqliteDatabase {

  private static final int BUSY_MILLIS = 60_000;
  private final Path file;
  private final Path temporary;
  private final JavaFunctions functions;
  private final SqliteErrors errors;
  private final Semaphore writing = new Semaphore(1, true);

  /**
   * @param temporary folder for files that are read
   */
  SqliteDatabase(Path file, Path temporary, JavaFunctions functions) {
    this.file = file;
    this.temporary = temporary;
    this.functions = functions;
    this.errors = new SqliteErrors(file);
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
      Files.createDirectories(temporary);
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "engine.unwritable",
              Place.in(file.toString(), 0, 0),
              "SQLite's folders can't be made: %s. %s"
                  .formatted(FileFailures.reason(e), FileFailures.disk(file)),
              "Free space, or correct path in [engine.config]."),
          e);
    }
  }

  Path file() {
    return file;
  }

  Path temporary() {
    return temporary;
  }

  JavaFunctions functions() {
    return functions;
  }

  SqliteErrors errors() {
    return errors;
  }

  /** A further connection; whoever asks closes it. */
  Connection connect() throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enableLoadExtension(false);
    return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
  }

  /** Held by whoever writes. */
  Semaphore writing() {
    return writing;
  }

  /** Waits until nobody else writes. */
  void startWriting(Cancellation cancellation) {
    cancellation.acquire(writing);
  }
}
