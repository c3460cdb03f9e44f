package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import io.qarion.plugins.duckdb.LocalFiles;
import io.qarion.plugins.sql.RenderContext;
import io.qarion.plugins.sql.SourceRows;
import io.qarion.plugins.sql.SqlRenderer;
import io.qarion.plugins.sql.SqlSelect;
import io.qarion.plugins.sql.SqlStoreLedger;
import io.qarion.plugins.sql.TablePreparation;
import io.qarion.plugins.sql.WriteSql;
import java.time.Duration;
import java.util.List;

/** The work of one step on a connection of its own, in one transaction of SQLite. */
final class SqliteTransaction implements EngineTransaction {

  private final SqliteDatabase database;
  private final SqliteSession session;
  private final SqlStoreLedger ledger;
  private final SqlRenderer renderer;
  private final SqliteDialect dialect;
  private final LocalFiles files;
  private final WriteSql writes;
  private final SourceRows sources;
  private boolean open;

  /**
   * @param session is closed with this
   */
  SqliteTransaction(
      SqliteDatabase database,
      SqliteSession session,
      SqlStoreLedger ledger,
      SqlRenderer renderer,
      SqliteDialect dialect,
      LocalFiles files) {
    this.database = database;
    this.session = session;
    this.ledger = ledger;
    this.renderer = renderer;
    this.dialect = dialect;
    this.files = files;
    this.writes = new WriteSql(dialect);
    this.sources = new SourceRows(session, renderer);
    database.startWriting(session.cancellation());
    try {
      session.execute("BEGIN IMMEDIATE");
    } catch (QarionException e) {
      database.writing().release();
      throw e;
    }
    open = true;
  }

  @Override
  public void prepare(Dataset dataset) {
    new TablePreparation(session, dialect, alterations()).prepare(dataset);
  }

  @Override
  public void rebuild(Dataset dataset) {
    drop(dataset);
    alterations().create(dataset.physicalName(), dataset.schema());
  }

  @Override
  public void keepAs(Dataset dataset, String physicalName) {
    session.execute(
        "ALTER TABLE %s RENAME TO %s"
            .formatted(dialect.table(dataset.physicalName()), SqliteLiterals.name(physicalName)));
    StoredColumns.rename(session, dataset.physicalName(), physicalName);
  }

  @Override
  public void drop(Dataset dataset) {
    session.execute("DROP TABLE IF EXISTS " + dialect.table(dataset.physicalName()));
    StoredColumns.remove(session, dataset.physicalName());
  }

  @Override
  public LandingWriter landing(LandingRequest request) {
    prepareRejects(request);
    prepare(request.landing());
    return new SqliteLanding(session, dialect, files, request);
  }

  @Override
  public void removeBatch(Dataset dataset, long batchId) {
    if (session.tableSchema(dataset.physicalName()).isPresent()) {
      session.execute(
          "DELETE FROM %s WHERE %s = %d"
              .formatted(
                  dialect.table(dataset.physicalName()),
                  SqliteLiterals.name(TechnicalColumns.BATCH_ID),
                  batchId));
    }
  }

  @Override
  public StepStatistics execute(TransformationInstruction instruction, BatchContext batch) {
    SqlSelect select = renderer.render(instruction.query(), RenderContext.of(batch));
    Schema given = new ResultSchema(session).of(instruction.query(), select);
    long read = sources.count(instruction.query(), batch);
    if (instruction.write() instanceof Write.Replace) {
      rebuild(instruction.target());
    }
    List<String> statements = writes.statements(instruction, select.sql(), given, batch);
    boolean isMerge = instruction.write() instanceof Write.Merge;
    long rows = 0;
    for (String statement : statements) {
      long changed = session.execute(statement);
      rows = isMerge ? rows + changed : changed;
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
    SqlSelect select = renderer.render(query, RenderContext.of(batch));
    Schema schema = new ResultSchema(session).of(query, select);
    return session.reading(
        select.sql(), schema, rows -> files.write(schema, rows, target, session.cancellation()));
  }

  @Override
  public StoreLedger.Writer ledger() {
    return ledger.writer(session.connection());
  }

  @Override
  public void commit() {
    session.execute("COMMIT");
    ended();
  }

  @Override
  public void close() {
    try (session) {
      if (open) {
        session.rollback();
      }
    } finally {
      if (open) {
        ended();
      }
    }
  }

  private void ended() {
    open = false;
    database.writing().release();
  }

  private SqliteAlterations alterations() {
    return new SqliteAlterations(session, dialect);
  }
}
