package io.qarion.plugins.files.common;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileRequest;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSettings;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.TextRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks into one file with a DuckDB of its own, which can see that file's folder and no more. */
public final class FileProbe implements AutoCloseable {

  /** Code of the problem that no dialect fits the beginning of a CSV file. */
  public static final String DIALECT = "file.dialect";

  private final DuckDbInstance instance;
  private final FileRequest request;

  public FileProbe(FileRequest request) {
    this.request = request;
    Path file = request.file().toAbsolutePath();
    this.instance =
        DuckDbInstance.open(
            DuckDbSettings.inMemory(
                request.temporary().resolve("spill"),
                List.of(Objects.requireNonNullElse(file.getParent(), file), request.temporary())));
  }

  /** Columns of a SELECT. */
  public Schema describe(String select) {
    return new Schema(
        rows("DESCRIBE " + select).stream()
            .map(row ->
                Column.of(
                    row.text("column_name").orElse(""),
                    DuckDbTypes.parse(row.text("column_type").orElse(""))))
            .toList());
  }

  /** All rows that a statement gives; it must be few. */
  public List<TextRow> rows(String sql) {
    try {
      return instance.textRows(sql);
    } catch (QarionException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    instance.close();
  }

  private QarionException unreadable(QarionException cause) {
    String text =
        Optional.ofNullable(cause.getCause()).map(Throwable::getMessage).orElse("").strip();
    String first = text.lines().findFirst().orElse("it is damaged");
    if (text.contains("automatically detect the CSV parsing dialect")) {
      return new QarionException(
          Problem.error(
              DIALECT,
              Place.in(request.shownName(), 0, 0),
              "How the file parts its fields can't be told from its beginning.",
              "State delimiter, quote and header in the options; line_ends = \"mixed\" if it has"
                  + " line ends of several kinds."),
          cause);
    }
    boolean encoding = text.contains("utf-8") || text.contains("unicode") || text.contains("UTF-8");
    return new QarionException(
        Problem.error(
            encoding ? "file.encoding" : "file.unreadable",
            Place.in(request.shownName(), 0, 0),
            "The file can't be read: " + first.replaceFirst("^[A-Z][A-Za-z ]*Error: ", ""),
            encoding
                ? "Write options = { encoding = \"windows-1252\" }, or save it as UTF-8."
                : "Check that it is whole and of the stated format."),
        cause);
  }
}
