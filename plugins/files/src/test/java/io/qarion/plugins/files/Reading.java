package io.qarion.plugins.files;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.flow.Settings;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.RowCursor;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.DuckDbSettings;
import io.qarion.plugins.duckdb.FileRows;
import io.qarion.plugins.duckdb.RunningStatements;
import io.qarion.plugins.files.csv.CsvFileLoader;
import io.qarion.plugins.files.json.JsonFileLoader;
import io.qarion.plugins.files.parquet.ParquetFileLoader;
import io.qarion.plugins.files.xlsx.XlsxFileLoader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads files as a load does: through a loader, then through the conversion to typed values. */
final class Reading {

  private final Path folder;
  private final FileLoader loader;
  private final Map<String, Object> options = new LinkedHashMap<>();
  private Optional<Schema> declared = Optional.empty();

  private Reading(Path folder, FileLoader loader) {
    this.folder = folder;
    this.loader = loader;
  }

  static Reading csv(Path folder) {
    return new Reading(folder, new CsvFileLoader(false));
  }

  static Reading tsv(Path folder) {
    return new Reading(folder, new CsvFileLoader(true));
  }

  static Reading json(Path folder) {
    return new Reading(folder, new JsonFileLoader(false));
  }

  static Reading jsonLines(Path folder) {
    return new Reading(folder, new JsonFileLoader(true));
  }

  static Reading parquet(Path folder) {
    return new Reading(folder, new ParquetFileLoader());
  }

  static Reading xlsx(Path folder) {
    return new Reading(folder, new XlsxFileLoader());
  }

  static Path sample(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Reading.class.getResource("/samples/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Reading with(String option, Object value) {
    options.put(option, value);
    return this;
  }

  Reading declared(Column... columns) {
    declared = Optional.of(Schema.of(columns));
    return this;
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  Schema sniffed(Path file) {
    return loader.sniff(request(file)).detected();
  }

  List<String> decisions(Path file) {
    return loader.sniff(request(file)).decisions();
  }

  FileRelation open(Path file) {
    return loader.open(request(file)).relation();
  }

  /** Rows as text with {@code |} between values; a bad value is {@code !} and its text. */
  List<String> rows(String text) throws IOException {
    return rows(file("in.txt", text));
  }

  List<String> rows(Path file) {
    return values(file).stream()
        .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
        .toList();
  }

  List<List<@Nullable Object>> values(Path file) {
    FileRelation relation = open(file);
    var rows = new FileRows(relation);
    Schema schema = relation.schema();
    List<String> bad = IntStream.range(0, schema.size()).mapToObj(rows::isBad).toList();
    var columns = new ArrayList<Column>();
    for (int i = 0; i < schema.size(); i++) {
      columns.add(Column.of("v" + i, schema.columns().get(i).type()));
      columns.add(Column.of("b" + i, PlainType.STRING));
    }
    String list =
        IntStream.range(0, schema.size())
            .mapToObj(i ->
                "%s AS v%d, CASE WHEN %s THEN '!' || coalesce(CAST(%s AS VARCHAR), '') END AS b%d"
                    .formatted(rows.value(i), i, bad.get(i), rows.text(i), i))
            .collect(Collectors.joining(", "));
    String sql = "SELECT %s FROM (%s)".formatted(list, rows.records(Optional.empty()));
    var shown = new Schema(columns);
    try (var instance =
            DuckDbInstance.open(
                DuckDbSettings.inMemory(
                    folder.resolve("spill"),
                    List.of(folder, Objects.requireNonNull(relation.file().getParent()))));
        var session = new DuckDbSession(instance, new Cancellation(), new RunningStatements())) {
      return session.select(sql, shown).stream().map(Reading::folded).toList();
    }
  }

  /** The first fields that a loader hands out, before an engine sees them. */
  List<String> handedOut(Path file) {
    var fields = new ArrayList<String>();
    try (RowCursor cursor = open(file).rows().orElseThrow().open()) {
      for (var row = cursor.next(); row.isPresent(); row = cursor.next()) {
        fields.add(String.valueOf(row.get().fields().getFirst()));
      }
    }
    return fields;
  }

  private static List<@Nullable Object> folded(List<@Nullable Object> row) {
    var result = new ArrayList<@Nullable Object>();
    for (int i = 0; i < row.size(); i += 2) {
      Object bad = row.get(i + 1);
      result.add(bad == null ? row.get(i) : bad);
    }
    return result;
  }

  private FileRequest request(Path file) {
    return new FileRequest(
        file,
        file.getFileName().toString(),
        Settings.of(options),
        declared,
        folder.resolve("temporary"));
  }
}
