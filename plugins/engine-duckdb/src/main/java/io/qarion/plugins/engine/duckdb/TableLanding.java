package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.duckdb.StagedFile;
import io.qarion.plugins.sql.KeyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A landing whose batches all stay in one table. */
final class TableLanding implements LandingWriter {

  private static final String KEPT = "xt_kept_snapshot";

  private final DuckDbSession session;
  private final LandingRequest request;
  private final Dataset landing;
  private final String table;
  private final List<Problem> warnings = new ArrayList<>();

  /**
   * @param prepare makes the table, or brings it up to date
   */
  TableLanding(
      DuckDbSession session,
      Snapshots snapshots,
      LandingRequest request,
      Consumer<Dataset> prepare) {
    this.session = session;
    this.request = request;
    this.landing = request.landing();
    this.table = SqlText.name(landing.physicalName());
    if (session.isView(landing.physicalName())) {
      takeOver(snapshots, prepare);
    } else {
      prepare.accept(landing);
    }
    session.execute("DELETE FROM %s WHERE %s".formatted(table, inBatch()));
  }

  @Override
  public LoadResult load(FileRelation file) {
    try (StagedFile staged = StagedFile.read(session, file)) {
      if (!staged.isClean() && request.rejects().isEmpty()) {
        return staged.result(0);
      }
      var names = new ArrayList<>(file.schema().names());
      TechnicalColumns.LANDING.forEach(column -> names.add(column.name()));
      long loaded =
          session.execute(
              "INSERT INTO %s (%s)\n%s"
                  .formatted(table, SqlText.names(names), staged.goodRows(request.batch())));
      request.rejects().ifPresent(rejects -> staged.keepBad(rejects, request.batch().batchId()));
      warnings.addAll(staged.warnings());
      return staged.result(loaded);
    }
  }

  @Override
  public void keepOne(boolean last) {
    if (landing.primaryKey().isEmpty()) {
      return;
    }
    session.execute(
        """
        DELETE FROM %s WHERE rowid IN (
          SELECT rowid FROM %s WHERE %s
          QUALIFY row_number() OVER (PARTITION BY %s ORDER BY %s) > 1)\
        """
            .formatted(
                table,
                table,
                inBatch(),
                SqlText.names(landing.primaryKey()),
                last ? "rowid DESC" : "rowid ASC"));
  }

  @Override
  public void checkKeys(String fix) {
    String rows = "(SELECT * FROM %s WHERE %s)".formatted(table, inBatch());
    var bits = new KeyBits(session, landing, rows);
    new KeyCheck(session, new DuckDbDialect(), landing, rows).check(fix, bits::areDistinct);
  }

  @Override
  public List<Problem> finish() {
    return List.copyOf(warnings);
  }

  /** The rows of a landing that was kept as snapshot go on as a table. */
  private void takeOver(Snapshots snapshots, Consumer<Dataset> prepare) {
    Schema kept = session.tableSchema(landing.physicalName()).orElse(Schema.EMPTY);
    String names = SqlText.names(landing.schema().names().stream().filter(kept::has).toList());
    session.execute("CREATE TEMP TABLE %s AS FROM %s".formatted(KEPT, table));
    snapshots.drop(landing.physicalName());
    prepare.accept(landing);
    session.execute("INSERT INTO %s (%s) SELECT %s FROM %s".formatted(table, names, names, KEPT));
    session.execute("DROP TABLE " + KEPT);
  }

  private String inBatch() {
    return SqlText.name(TechnicalColumns.BATCH_ID) + " = " + request.batch().batchId();
  }
}
