package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.TableProblems;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.AtomicFile;
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The snapshots of landings, as one transaction sees them: Parquet files beside the database, the
 * table {@code xt_snapshots} that says which of them count, and a view over them in the landing's
 * name. Files only ever appear and vanish; which ones count changes with the transaction.
 */
final class Snapshots {

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS xt_snapshots (
        dataset VARCHAR NOT NULL, batch_id BIGINT NOT NULL,
        folder VARCHAR NOT NULL, file VARCHAR NOT NULL)\
      """;

  /** A file that was taken over as a whole leaves the numbering of its records to Parquet. */
  static final String RECORD =
      "coalesce(%s, file_row_number + 1)".formatted(SqlText.name(TechnicalColumns.SOURCE_ROW));

  private final DuckDbSession session;
  private final Path folder;
  private final Set<String> touched = new HashSet<>();

  Snapshots(DuckDbSession session, Path folder) {
    this.session = session;
    this.folder = folder;
  }

  /** Makes the table, and mends views of a database that was moved with its files. */
  static void open(DuckDbSession session, Path folder) {
    session.execute(TABLE);
    Map<String, String> moved = new LinkedHashMap<>();
    String here = SqlText.text(folder.toString());
    texts(
            session,
            "SELECT DISTINCT v.sql AS sql, s.folder AS folder FROM xt_snapshots AS s JOIN"
                + " duckdb_views() AS v ON v.view_name = s.dataset WHERE s.folder <> "
                + here)
        .forEach(row -> moved.put(row.getFirst(), row.get(1)));
    moved.forEach((sql, old) ->
        session.execute(
            sql.replaceFirst("^CREATE VIEW", "CREATE OR REPLACE VIEW")
                .replace(literal(Path.of(old)), literal(folder))));
    session.execute("UPDATE xt_snapshots SET folder = %s WHERE folder <> %s".formatted(here, here));
  }

  /** A name for a new file of a batch; nothing reads it before it is added. */
  Path newFile(Dataset landing, long batchId) {
    touched.add(landing.physicalName());
    Path file =
        folderOf(landing.physicalName())
            .resolve(batchId + "-" + UUID.randomUUID().toString().substring(0, 8) + ".parquet");
    try {
      Files.createDirectories(file.resolveSibling("."));
      return file;
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.unwritable",
              Place.in(file.toString(), 0, 0),
              "The folder of snapshots can't be made: " + e.getMessage(),
              "Check the permissions of the folder and the free space of its disk."),
          e);
    }
  }

  /** Refuses columns whose kept values can't become what is declared now. */
  void checkColumns(Dataset landing) {
    session
        .tableSchema(landing.physicalName())
        .ifPresent(stored -> TableProblems.checkTypes(landing, stored));
  }

  /** Makes files the snapshot of a batch, in place of those it had. */
  void replace(Dataset landing, long batchId, List<Path> files) {
    forget(landing.physicalName(), batchId);
    files.forEach(file -> add(landing, batchId, file));
    refresh(landing);
  }

  /** Adds a file to a batch; to be seen after {@link #replace}. */
  void add(Dataset landing, long batchId, Path file) {
    AtomicFile.force(file);
    session.execute(
        "INSERT INTO xt_snapshots VALUES (%s, %d, %s, %s)"
            .formatted(
                SqlText.text(landing.physicalName()),
                batchId,
                SqlText.text(folder.toString()),
                SqlText.text(String.valueOf(file.getFileName()))));
  }

  /** Takes a batch out. */
  void remove(Dataset landing, long batchId) {
    if (forget(landing.physicalName(), batchId) > 0) {
      refresh(landing);
    }
  }

  /** Takes all out, and the view with them. */
  void drop(String name) {
    touched.add(name);
    session.execute("DELETE FROM xt_snapshots WHERE dataset = " + SqlText.text(name));
    session.execute("DROP VIEW " + SqlText.name(name));
  }

  /** Deletes the files that no batch has any more; to be called when the transaction is over. */
  void tidy() {
    for (String name : touched) {
      List<String> kept = filesOf(name);
      File[] files = folderOf(name).toFile().listFiles((_, file) -> !kept.contains(file));
      // A reader on Windows may hold a file; a later transaction finds it again.
      Stream.of(Objects.requireNonNullElse(files, new File[0])).forEach(File::delete);
    }
    touched.clear();
  }

  /** What reads files, as it stands after FROM. */
  static String read(List<Path> files) {
    return "read_parquet(%s, union_by_name = true, file_row_number = true)"
        .formatted(SqlText.option(files.stream().map(Path::toString).toList()));
  }

  private long forget(String name, long batchId) {
    touched.add(name);
    return session.execute(
        "DELETE FROM xt_snapshots WHERE dataset = %s AND batch_id = %d"
            .formatted(SqlText.text(name), batchId));
  }

  private void refresh(Dataset landing) {
    String name = landing.physicalName();
    List<Path> files = filesOf(name).stream().map(folderOf(name)::resolve).toList();
    boolean none = files.isEmpty();
    String columns =
        landing.schema().columns().stream()
            .map(column ->
                "CAST(%s AS %s) AS %s"
                    .formatted(
                        none ? "NULL" : kept(column.name()),
                        DuckDbTypes.of(column.type()),
                        SqlText.name(column.name())))
            .collect(Collectors.joining(", "));
    session.execute(
        "CREATE OR REPLACE VIEW %s AS SELECT %s %s"
            .formatted(SqlText.name(name), columns, none ? "WHERE false" : "FROM " + read(files)));
  }

  private static String kept(String column) {
    return column.equals(TechnicalColumns.SOURCE_ROW) ? RECORD : SqlText.name(column);
  }

  private List<String> filesOf(String name) {
    return texts(
            session,
            "SELECT file, file AS same FROM xt_snapshots WHERE dataset = %s ORDER BY batch_id, file"
                .formatted(SqlText.text(name)))
        .stream()
        .map(List::getFirst)
        .toList();
  }

  /** Names of tables may hold what names of folders may not. */
  private Path folderOf(String name) {
    return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A"));
  }

  private static List<List<String>> texts(DuckDbSession session, String sql) {
    Schema schema =
        Schema.of(Column.of("first", PlainType.STRING), Column.of("second", PlainType.STRING));
    String renamed = "SELECT * FROM (%s) AS t(first, second)".formatted(sql);
    return session.rows(ChunkReader.readable(renamed, schema), schema).stream()
        .map(row -> row.stream().map(String::valueOf).toList())
        .toList();
  }

  private static String literal(Path folder) {
    String text = SqlText.text(folder.toString());
    return text.substring(0, text.length() - 1);
  }
}
