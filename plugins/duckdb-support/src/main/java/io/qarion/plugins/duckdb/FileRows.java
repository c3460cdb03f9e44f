package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.FileRelation;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the rows of a described file as SQL: typed values, and what is wrong with the others. */
public final class FileRows {

  private static final String LINE = "xt_line";

  private final FileRelation file;
  private final List<Column> columns;
  private final TextConversion conversion;

  public FileRows(FileRelation file) {
    this.file = file;
    this.columns = file.schema().columns();
    this.conversion = new TextConversion(file.options());
  }

  /** A SELECT of the wanted columns, NULL where a value is bad; malformed records are left out. */
  public String lenient() {
    String call = file.reader().equals("csv") ? csvIgnoringErrors() : call(Optional.empty());
    return "SELECT %s FROM (%s)"
        .formatted(
            list(i -> value(i) + " AS " + SqlText.name(columns.get(i).name())), converted(call));
  }

  /** A SELECT of the wanted columns that fails where a value is bad or a record malformed. */
  public String strict() {
    return "SELECT %s FROM (%s)"
        .formatted(
            list(i -> sure(i) + " AS " + SqlText.name(columns.get(i).name())),
            records(Optional.empty()));
  }

  /**
   * A SELECT of the well-formed records: the text and the typed value of each column, under names
   * that {@link #text} and {@link #value} give, in the order of the file.
   *
   * @param rejects table that a CSV reader notes malformed records in
   */
  public String records(Optional<String> rejects) {
    return converted(call(rejects));
  }

  /** Name of a column's value as it stands in the file. */
  public String text(int column) {
    return "xt_text_" + column;
  }

  /** Name of a column's typed value, NULL where it is bad. */
  public String value(int column) {
    return "xt_value_" + column;
  }

  /** A condition that holds where a column's value is bad or a required one is missing. */
  public String isBad(int column) {
    Column described = columns.get(column);
    if (described.required()) {
      return value(column) + " IS NULL";
    }
    if (isAnyText(described)) {
      return isRows() ? fault(column) : "false";
    }
    // CASE looks at the text only where there is no value: nearly nowhere.
    return RelationSql.givesText(file)
        ? "CASE WHEN %s IS NULL THEN coalesce(trim(%s), '') <> '' ELSE false END"
            .formatted(value(column), text(column))
        : "(%s IS NULL AND %s IS NOT NULL)".formatted(value(column), text(column));
  }

  /** The number of a record's line, where a loader hands the records out. */
  Optional<String> line() {
    return isRows() ? Optional.of(LINE) : Optional.empty();
  }

  private boolean isRows() {
    return file.rows().isPresent();
  }

  private static boolean isAnyText(Column column) {
    return column.type() == PlainType.STRING || column.type() == PlainType.BINARY;
  }

  private String sure(int column) {
    String bad = isBad(column);
    return bad.equals("false")
        ? value(column)
        : "CASE WHEN %s THEN error('bad value') ELSE %s END".formatted(bad, value(column));
  }

  /** Columns that can be bad at all. */
  public List<Integer> riskyColumns() {
    return IntStream.range(0, columns.size())
        .filter(column -> !isBad(column).equals("false"))
        .boxed()
        .toList();
  }

  private String converted(String call) {
    String texts =
        isRows()
            ? call
            : "SELECT %s FROM %s"
                .formatted(list(i -> SqlText.name(columns.get(i).name()) + " AS " + text(i)), call);
    if (!RelationSql.givesText(file)) {
      return "SELECT %s FROM (%s)"
          .formatted(list(i -> text(i) + ", " + stored(i) + " AS " + value(i)), texts);
    }
    String attempts =
        "SELECT %s%s FROM (%s)".formatted(list(i -> text(i) + attempt(i)), passedOn(), texts);
    return "SELECT %s%s FROM (%s)"
        .formatted(list(i -> text(i) + ", " + typed(i) + " AS " + value(i)), passedOn(), attempts);
  }

  private String call(Optional<String> rejects) {
    return isRows()
        ? FileFeed.select(file, this::text, FileRows::fault, LINE)
        : RelationSql.call(file, rejects);
  }

  /** What a record has beside its fields. */
  private String passedOn() {
    return isRows() ? ", " + LINE + ", " + list(FileRows::fault) : "";
  }

  private static String fault(int column) {
    return "xt_fault_" + column;
  }

  /** A projection of its own, so that DuckDB computes each attempt once. */
  private String attempt(int column) {
    Column described = columns.get(column);
    return conversion.hasAttempt(described.type())
        ? ", %s AS xt_attempt_%d"
            .formatted(conversion.attempt(text(column), described.type()), column)
        : "";
  }

  private String typed(int column) {
    Column described = columns.get(column);
    if (isRows() && isAnyText(described)) {
      return "CASE WHEN NOT %s THEN %s END"
          .formatted(fault(column), conversion.value(text(column), described.type()));
    }
    return conversion.hasAttempt(described.type())
        ? conversion.value(text(column), "xt_attempt_" + column, described.type())
        : conversion.value(text(column), described.type());
  }

  /** The value of a column of a file that has types itself. */
  private String stored(int column) {
    Column described = columns.get(column);
    String text = text(column);
    if (described.type() == PlainType.JSON) {
      return "to_json(%s)".formatted(text);
    }
    String cast = "TRY_CAST(%s AS %s)".formatted(text, DuckDbTypes.of(described.type()));
    if (described.type() == PlainType.STRING || described.type() == PlainType.BINARY) {
      return cast;
    }
    // A number must stay the number it is; nanoseconds are cut, where DuckDB would round them.
    String kept =
        described.type().isNumeric()
            ? "WHEN %s = %s THEN %s".formatted(cast, text, cast)
            : "WHEN typeof(%s) = 'TIMESTAMP_NS' THEN TRY_CAST(left(CAST(%s AS VARCHAR), 26) AS %s) ELSE %s"
                .formatted(text, text, DuckDbTypes.of(described.type()), cast);
    // What is stored as text obeys the rules of text.
    return "CASE WHEN typeof(%s) = 'VARCHAR' THEN %s %s END"
        .formatted(text, conversion.value("CAST(" + text + " AS VARCHAR)", described.type()), kept);
  }

  private String list(IntFunction<String> item) {
    return IntStream.range(0, columns.size()).mapToObj(item).collect(Collectors.joining(",\n  "));
  }

  private String csvIgnoringErrors() {
    String call = RelationSql.call(file, Optional.empty());
    return call.substring(0, call.length() - 1) + ", ignore_errors = true)";
  }
}
