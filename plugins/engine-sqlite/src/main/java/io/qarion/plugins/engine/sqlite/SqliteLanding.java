package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.FileLoad;
import io.qarion.plugins.duckdb.LocalFiles;
import io.qarion.plugins.sql.KeyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A landing in a table. Where only the last snapshots are kept, the batches before the previous one
 * go when a new one is there.
 */
final class SqliteLanding implements LandingWriter {

  private final SqliteSession session;
  private final SqliteDialect dialect;
  private final LocalFiles files;
  private final LandingRequest request;
  private final Dataset landing;
  private final String table;
  private final List<Problem> warnings = new ArrayList<>();

  SqliteLanding(
      SqliteSession session, SqliteDialect dialect, LocalFiles files, LandingRequest request) {
    this.session = session;
    this.dialect = dialect;
    this.files = files;
    this.request = request;
    this.landing = request.landing();
    this.table = dialect.table(landing.physicalName());
    session.execute("DELETE FROM %s WHERE %s".formatted(table, inBatch()));
  }

  @Override
  public LoadResult load(FileRelation file) {
    try (FileLoad load = files.load(file, session.cancellation())) {
      if (!load.isClean() && request.rejects().isEmpty()) {
        return load.result(0);
      }
      long loaded;
      try (var rows = new RowInserts(session, table, load.schema().names())) {
        load.goodRows(request.batch(), rows::add);
        loaded = rows.finish();
      }
      request.rejects().ifPresent(rejects -> keepRefused(load, file, rejects));
      warnings.addAll(load.warnings());
      return load.result(loaded);
    }
  }

  private void keepRefused(FileLoad load, FileRelation file, Dataset rejects) {
    List<String> columns =
        List.of(
            TechnicalColumns.SOURCE_FILE,
            TechnicalColumns.BATCH_ID,
            TechnicalColumns.SOURCE_ROW,
            "column_name",
            "reason",
            "raw_text");
    try (var rows = new RowInserts(session, dialect.table(rejects.physicalName()), columns)) {
      load.refusedRecords(record -> {
        var row = new ArrayList<@Nullable Object>();
        row.add(file.shownName());
        row.add(request.batch().batchId());
        row.addAll(record);
        rows.add(row);
      });
      rows.finish();
    }
  }

  @Override
  public void keepOne(boolean last) {
    if (landing.primaryKey().isEmpty()) {
      return;
    }
    String keys =
        landing.primaryKey().stream().map(SqliteLiterals::name).collect(Collectors.joining(", "));
    String row = SqliteMerge.rowId(landing.schema().names());
    session.execute(
        """
        DELETE FROM %s WHERE %s AND %s NOT IN (
          SELECT %s(%s) FROM %s WHERE %s GROUP BY %s)\
        """
            .formatted(table, inBatch(), row, last ? "max" : "min", row, table, inBatch(), keys));
  }

  @Override
  public void checkKeys(String fix) {
    String rows = "(SELECT * FROM %s WHERE %s) AS batch".formatted(table, inBatch());
    new KeyCheck(session, dialect, landing, rows).check(fix);
  }

  @Override
  public List<Problem> finish() {
    if (request.kind() == LoadSettings.Landing.DIRECT) {
      String batch = SqliteLiterals.name(TechnicalColumns.BATCH_ID);
      String kept =
          request
              .batch()
              .previous()
              .map(previous -> request.batch().batchId() + ", " + previous)
              .orElseGet(() -> Long.toString(request.batch().batchId()));
      session.execute("DELETE FROM %s WHERE %s NOT IN (%s)".formatted(table, batch, kept));
    }
    return List.copyOf(warnings);
  }

  private String inBatch() {
    return SqliteLiterals.name(TechnicalColumns.BATCH_ID) + " = " + request.batch().batchId();
  }
}
