package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.progress.StepProfile;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import io.qarion.plugins.duckdb.CopySql;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.duckdb.StatementProfiles;
import io.qarion.plugins.sql.RenderContext;
import io.qarion.plugins.sql.SourceRows;
import io.qarion.plugins.sql.SqlRenderer;
import io.qarion.plugins.sql.SqlSelect;
import io.qarion.plugins.sql.SqlStoreLedger;
import io.qarion.plugins.sql.TablePreparation;
import io.qarion.plugins.sql.WriteSql;
import java.time.Duration;
import java.util.List;

/** The work of one step on a connection of its own, in one transaction of DuckDB. */
final class DuckDbTransaction implements EngineTransaction {

  private final DuckDbSession session;
  private final SqlStoreLedger ledger;
  private final SqlRenderer renderer;
  private final Snapshots snapshots;
  private final WriteSql writes = new WriteSql(new DuckDbDialect());
  private final StatementProfiles profiles;
  private final SourceRows sources;
  private boolean open;

  DuckDbTransaction(
      DuckDbSession session, SqlStoreLedger ledger, SqlRenderer renderer, Snapshots snapshots) {
    this.session = session;
    this.snapshots = snapshots;
    this.ledger = ledger;
    this.renderer = renderer;
    this.profiles = session.profiled();
    this.sources = new SourceRows(session, renderer);
    session.execute("BEGIN TRANSACTION");
    open = true;
  }

  @Override
  public void prepare(Dataset dataset) {
    new TablePreparation(session, new DuckDbDialect(), new DuckDbAlterations(session, writes))
        .prepare(dataset);
  }

  @Override
  public void rebuild(Dataset dataset) {
    session.execute(
        "CREATE OR REPLACE TABLE %s %s"
            .formatted(SqlText.name(dataset.physicalName()), writes.definition(dataset.schema())));
  }

  @Override
  public void keepAs(Dataset dataset, String physicalName) {
    String name = dataset.physicalName();
    if (session.isView(name)) {
      session.execute(
          "CREATE TABLE %s AS FROM %s".formatted(SqlText.name(physicalName), SqlText.name(name)));
      snapshots.drop(name);
    } else {
      session.execute(
          "ALTER TABLE %s RENAME TO %s".formatted(SqlText.name(name), SqlText.name(physicalName)));
    }
  }

  @Override
  public void drop(Dataset dataset) {
    String name = dataset.physicalName();
    if (session.isView(name)) {
      snapshots.drop(name);
    } else {
      session.execute("DROP TABLE IF EXISTS " + SqlText.name(name));
    }
  }

  @Override
  public LandingWriter landing(LandingRequest request) {
    prepareRejects(request);
    return switch (request.kind()) {
      case TABLE -> new TableLanding(session, snapshots, request, this::prepare);
      case DIRECT -> new SnapshotLanding(session, snapshots, request);
    };
  }

  @Override
  public void removeBatch(Dataset dataset, long batchId) {
    String name = dataset.physicalName();
    if (session.isView(name)) {
      snapshots.remove(dataset, batchId);
    } else if (session.tableSchema(name).isPresent()) {
      session.execute(
          "DELETE FROM %s WHERE %s = %d"
              .formatted(SqlText.name(name), SqlText.name(TechnicalColumns.BATCH_ID), batchId));
    }
  }

  @Override
  public StepStatistics execute(TransformationInstruction instruction, BatchContext batch) {
    SqlSelect select = renderer.render(instruction.query(), RenderContext.of(batch));
    Schema given = session.describe(select.sql());
    long read = sources.count(instruction.query(), batch);
    if (instruction.write() instanceof Write.Replace) {
      rebuild(instruction.target());
    }
    List<String> statements = writes.statements(instruction, select.sql(), given, batch);
    long rows = 0;
    for (String statement : statements) {
      rows = session.execute(statement);
    }
    return new StepStatistics(read, rows, 0, 0, 0, Duration.ZERO, -1, -1);
  }

  @Override
  public long count(Query query, BatchContext batch) {
    return session.number(
        "SELECT count(*) FROM (\n%s\n) AS counted"
            .formatted(renderer.render(query, RenderContext.of(batch)).sql()));
  }

  @Override
  public long write(Query query, BatchContext batch, FileTarget target) {
    String select = renderer.render(query, RenderContext.of(batch)).sql();
    if (target.rows().isPresent()) {
      Schema schema = session.describe(select);
      return target.rows().get().write(schema, rows -> session.each(select, schema, rows));
    }
    return session.execute(CopySql.of(select, target));
  }

  @Override
  public StepProfile profile() {
    return profiles.profile();
  }

  @Override
  public StoreLedger.Writer ledger() {
    return ledger.writer(session.connection());
  }

  @Override
  public void commit() {
    session.execute("COMMIT");
    open = false;
    snapshots.tidy();
  }

  @Override
  public void close() {
    try (session) {
      if (open) {
        open = false;
        session.rollback();
        snapshots.tidy();
      }
    }
  }
}
