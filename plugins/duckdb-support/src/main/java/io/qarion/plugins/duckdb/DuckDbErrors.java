package io.qarion.plugins.duckdb;

import io.qarion.core.engine.TableProblems;
import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what DuckDB says into problems a user can act on. */
public final class DuckDbErrors {

  /** Code of the problem that a database does no more work until it is opened anew. */
  static final String CLOSED = "engine.closed";

  /** What systems say where nothing more can be written. */
  private static final List<String> NO_ROOM =
      List.of("no space left", "disk full", "file too large", "disk quota exceeded");

  /** Also where the error stands as JSON inside another, its quotes escaped. */
  private static final Pattern FILE_AND_REASON =
      Pattern.compile("file \\\\?\"(?<file>.+?)\\\\?\": (?<reason>[^\"\\n]+)");

  private static final Pattern NO_TABLE =
      Pattern.compile("Table with name (?<name>.+?) does not exist!");

  private DuckDbErrors() {}

  /** The problem behind an exception of the driver. */
  public static QarionException of(SQLException error) {
    String text = message(error);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("interrupt")) {
      return problem(error, Cancellation.CODE, "The run was stopped.", "Run it again to resume.");
    }
    if (NO_ROOM.stream().anyMatch(lower::contains)) {
      return diskFull(error, text);
    }
    if (lower.contains("database has been invalidated")) {
      return problem(
          error,
          CLOSED,
          "DuckDB has closed the database after a failure.",
          "Mend what was reported first, and run it again.");
    }
    if (lower.startsWith("out of memory")) {
      return problem(
          error,
          "engine.memory",
          "DuckDB ran out of memory: " + text,
          "Raise memory_limit in [engine.config], or lower threads.");
    }
    if (lower.startsWith("permission error")) {
      return permission(error, text);
    }
    if (lower.contains("could not set lock")) {
      return problem(
          error,
          "engine.locked",
          "Another program has the project's database open.",
          "Close it and try again.");
    }
    Matcher noTable = NO_TABLE.matcher(text);
    return noTable.find()
        ? new QarionException(TableProblems.missing(noTable.group("name")), error)
        : ofFile(error, text, lower);
  }

  private static QarionException permission(SQLException error, String text) {
    return problem(
        error,
        "path.refused",
        "DuckDB may not touch this: " + text,
        "Keep files inside the project, or approve their folder.");
  }

  private static QarionException diskFull(SQLException error, String text) {
    Matcher found = FILE_AND_REASON.matcher(text);
    String what =
        found.find()
            ? "'%s' can't grow: %s. %s"
                .formatted(
                    found.group("file"),
                    found.group("reason").strip(),
                    FileFailures.disk(Path.of(found.group("file"))))
            : text;
    return problem(
        error,
        "disk.full",
        "The disk is full, or a limit on the size of files is reached: " + what,
        "Free space or raise the limit, and run it again; what was there before is unharmed.");
  }

  /** What is wrong with a file that was being read. */
  private static QarionException ofFile(SQLException error, String text, String lower) {
    if (lower.contains("state machine reached an invalid state")) {
      return problem(
          error,
          "file.line_ends",
          "The CSV file has line ends of several kinds, or a quote that is never closed.",
          "Write options = { line_ends = \"mixed\" }, or save the file with equal line ends.");
    }
    if (lower.contains("no files found that match")) {
      return problem(
          error,
          "file.missing",
          "A file is gone that was there when the run began: " + text,
          "Put it back and run it again, or give the batch up with --restart.");
    }
    if (lower.contains("maximum line size")) {
      return problem(
          error,
          "file.long_line",
          "The CSV file has a line of more than 16 million bytes.",
          "Look for a quote that is never closed.");
    }
    return problem(error, "engine.refused", text, "");
  }

  /** What DuckDB says, without its stack, its error class and the statement. */
  private static String message(SQLException error) {
    String text = Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    int statement = text.indexOf("\n\nLINE ");
    String first = statement < 0 ? text : text.substring(0, statement);
    return first
        .replaceFirst("^(?:Conversion|Binder|Catalog|Invalid Input|IO) Error: ", "")
        .strip();
  }

  private static QarionException problem(
      SQLException cause, String code, String message, String fix) {
    return new QarionException(Problem.error(code, Place.UNKNOWN, message, fix), cause);
  }
}
