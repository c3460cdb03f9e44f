package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.CutNanoseconds;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.FileRows;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.duckdb.StagedFile;
import io.qarion.plugins.sql.KeyCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A landing that keeps only the last snapshots, as Parquet files behind a view. */
final class SnapshotLanding implements LandingWriter {

  private static final String FILE = "xt_snapshot_file";

  /**
   * Differences of numbers are kept, and dictionaries only for few values: half the size and two
   * thirds of the time of DuckDB's own choice, which is made for readers older than these.
   */
  private static final String FORMAT =
      "(FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000)";

  /** Errors that speak of what stands in the file that was read. */
  private static final Set<String> SAID_OF_FILES =
      Set.of("engine.refused", "file.line_ends", "file.long_line");

  private final DuckDbSession session;
  private final Snapshots snapshots;
  private final LandingRequest request;
  private final Dataset landing;
  private final List<Path> files = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  SnapshotLanding(DuckDbSession session, Snapshots snapshots, LandingRequest request) {
    this.session = session;
    this.snapshots = snapshots;
    this.request = request;
    this.landing = request.landing();
    snapshots.checkColumns(landing);
  }

  @Override
  public LoadResult load(FileRelation file) {
    OptionalLong copied = copied(file);
    if (copied.isPresent()) {
      warnings.addAll(CutNanoseconds.warnings(session, file));
      return new LoadResult(copied.getAsLong(), 0, List.of());
    }
    try (StagedFile staged = StagedFile.read(session, file)) {
      if (!staged.isClean() && request.rejects().isEmpty()) {
        return staged.result(0);
      }
      long loaded = write(session, staged.goodRows(request.batch()));
      request.rejects().ifPresent(rejects -> staged.keepBad(rejects, request.batch().batchId()));
      warnings.addAll(staged.warnings());
      return staged.result(loaded);
    }
  }

  /**
   * Takes a file over in one statement if all of it is good. Empty where something is bad, which
   * has to be looked for then. An error would end the transaction, so this happens outside it:
   * nothing reads the file before the transaction says so.
   */
  private OptionalLong copied(FileRelation file) {
    String good =
        "SELECT *,\n  %s\nFROM (%s)"
            .formatted(
                StagedFile.landing(file, request.batch(), "NULL::BIGINT"),
                new FileRows(file).strict());
    try (DuckDbSession beside = session.beside()) {
      return OptionalLong.of(write(beside, good));
    } catch (QarionException e) {
      if (SAID_OF_FILES.contains(e.code())) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  @Override
  public void keepOne(boolean last) {
    if (landing.primaryKey().isEmpty() || files.isEmpty()) {
      return;
    }
    String order = last ? "DESC" : "ASC";
    String loaded = SqlText.option(files.stream().map(Path::toString).toList());
    String one =
        """
        SELECT * EXCLUDE (%s) FROM (
          SELECT * EXCLUDE (file_row_number) REPLACE (%s AS %s)
          FROM read_parquet(%s, filename = '%s', file_row_number = true))
        QUALIFY row_number() OVER (PARTITION BY %s
          ORDER BY list_position(%s, %s) %s, %s %s) = 1\
        """
            .formatted(
                FILE,
                Snapshots.RECORD,
                SqlText.name(TechnicalColumns.SOURCE_ROW),
                loaded,
                FILE,
                SqlText.names(landing.primaryKey()),
                loaded,
                FILE,
                order,
                SqlText.name(TechnicalColumns.SOURCE_ROW),
                order);
    List<Path> all = List.copyOf(files);
    write(session, one);
    files.removeAll(all);
  }

  @Override
  public void checkKeys(String fix) {
    if (!files.isEmpty()) {
      String rows = Snapshots.read(files);
      var bits = new KeyBits(session, landing, rows);
      new KeyCheck(session, new DuckDbDialect(), landing, rows).check(fix, bits::areDistinct);
    }
  }

  @Override
  public List<Problem> finish() {
    String name = landing.physicalName();
    if (session.tableSchema(name).isPresent() && !session.isView(name)) {
      warnings.add(putTableAside(name));
    }
    snapshots.replace(landing, request.batch().batchId(), files);
    return List.copyOf(warnings);
  }

  private long write(DuckDbSession writing, String select) {
    Path file = snapshots.newFile(landing, request.batch().batchId());
    long rows =
        writing.execute(
            "COPY (%s) TO %s %s".formatted(select, SqlText.text(file.toString()), FORMAT));
    files.add(file);
    return rows;
  }

  /** Rows of batches that were kept as a table stay in it, under another name. */
  private Problem putTableAside(String name) {
    request
        .batch()
        .previous()
        .ifPresent(previous -> {
          Path file = snapshots.newFile(landing, previous);
          session.execute(
              "COPY (SELECT * FROM %s WHERE %s = %d) TO %s %s"
                  .formatted(
                      SqlText.name(name),
                      SqlText.name(TechnicalColumns.BATCH_ID),
                      previous,
                      SqlText.text(file.toString()),
                      FORMAT));
          snapshots.add(landing, previous, file);
        });
    int version = 1;
    while (session.tableSchema(name + "_v" + version).isPresent()) {
      version++;
    }
    String kept = name + "_v" + version;
    session.execute(
        "ALTER TABLE %s RENAME TO %s".formatted(SqlText.name(name), SqlText.name(kept)));
    return Problem.warning(
        "landing.put_aside",
        Place.of("properties.load.landing"),
        "Only the last snapshot is kept from now on; the rows loaded before are in table '%s'."
            .formatted(kept),
        "Drop that table when you don't need it any more.");
  }
}
