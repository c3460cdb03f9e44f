package io.qarion.plugins.engine.sqlite;

import io.qarion.core.engine.TableProblems;
import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteException;

/** Turns what SQLite says into problems a user can act on. */
final class SqliteErrors {

  private static final Pattern CODE = Pattern.compile("^\\[SQLITE_[A-Z_]+\\]\\s*");
  private static final Pattern KIND =
      Pattern.compile("^(?:SQL error or missing database|Abort due to constraint violation)\\s*");

  private static final Pattern NO_TABLE = Pattern.compile("no such table: (?:main\\.)?(?<name>.+)");

  private final Path database;

  /**
   * @param database named where its disk is full or its file can't be written
   */
  SqliteErrors(Path database) {
    this.database = database;
  }

  /** The problem behind an exception of the driver. */
  QarionException of(SQLException error) {
    int code = error instanceof SQLiteException known ? known.getResultCode().code & 0xff : -1;
    return switch (code) {
      case 9 ->
          problem(error, Cancellation.CODE, "The run was stopped.", "Run it again to resume.");
      case 13 -> diskFull(error);
      case 10 ->
          problem(
              error,
              "disk.full",
              "'%s' can't be written: %s %s"
                  .formatted(database, message(error), FileFailures.disk(database)),
              "Free space, and run it again; what was there before is unharmed.");
      case 5, 6 ->
          problem(
              error,
              "engine.locked",
              "Another program has the project's database open.",
              "Close it and try again.");
      case 8, 14 ->
          problem(
              error,
              "engine.unwritable",
              "'%s' can't be written.".formatted(database),
              "Correct path in [engine.config], or who may write there.");
      case 11, 26 ->
          problem(
              error,
              "engine.damaged",
              "'%s' is no database of SQLite, or is damaged.".formatted(database),
              "Put a copy back, or name another file as path in [engine.config].");
      default -> ofStatement(error, message(error));
    };
  }

  private static QarionException ofStatement(SQLException error, String message) {
    Matcher noTable = NO_TABLE.matcher(message);
    return noTable.find()
        ? new QarionException(TableProblems.missing(noTable.group("name")), error)
        : problem(error, "engine.refused", message, "");
  }

  private QarionException diskFull(SQLException error) {
    return problem(
        error,
        "disk.full",
        "The disk is full, or a limit on the size of files is reached: '%s' can't grow. %s"
            .formatted(database, FileFailures.disk(database)),
        "Free space or raise the limit, and run it again; what was there before is unharmed.");
  }

  /** What SQLite says, without its codes. */
  private static String message(SQLException error) {
    String text = Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    String plain = KIND.matcher(CODE.matcher(text).replaceFirst("")).replaceFirst("").strip();
    boolean isWrapped = plain.startsWith("(") && plain.endsWith(")");
    return isWrapped ? plain.substring(1, plain.length() - 1) : plain;
  }

  private static QarionException problem(
      SQLException cause, String code, String message, String fix) {
    return new QarionException(Problem.error(code, Place.UNKNOWN, message, fix), cause);
  }
}
