package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.DataStoreId;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.TracedStatement;
import io.qarion.plugins.duckdb.LocalFiles;
import io.qarion.plugins.duckdb.trace.StatementTrace;
import io.qarion.plugins.sql.RenderContext;
import io.qarion.plugins.sql.SqlRenderer;
import io.qarion.plugins.sql.SqlSelect;
import io.qarion.plugins.sql.SqlStoreLedger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One project's SQLite database. Every use has a connection of its own. */
final class SqliteEngine implements Engine {

  static final Set<EngineCapability> CAPABILITIES =
      Set.of(
          EngineCapability.FILES,
          EngineCapability.RAW_SQL,
          EngineCapability.WIDE_DECIMALS,
          EngineCapability.PERSISTENT,
          EngineCapability.BINARY);

  private final SqliteDatabase database;
  private final LocalFiles files;
  private final FileTables fileTables;
  private final SqliteDialect dialect;
  private final SqlRenderer renderer;
  private final SqlStoreLedger ledger;

  /**
   * @param files is closed with this
   */
  SqliteEngine(SqliteDatabase database, LocalFiles files) {
    this.database = database;
    this.files = files;
    this.fileTables = new FileTables(files);
    this.dialect = new SqliteDialect(database.functions(), fileTables);
    this.renderer = new SqlRenderer(dialect, this::refuseWrites);
    database.startWriting(new Cancellation());
    try (SqliteSession session = session(new Cancellation())) {
      StoredColumns.prepare(session);
    } finally {
      database.writing().release();
    }
    this.ledger =
        new SqlStoreLedger(
            database::connect, database.writing(), database.errors()::of, Clock.systemUTC());
  }

  @Override
  public DataStoreId store() {
    return new DataStoreId("sqlite", database.file().toString());
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public StoreLedger ledger() {
    return ledger;
  }

  @Override
  public Optional<Schema> tableSchema(String physicalName) {
    try (SqliteSession session = session(new Cancellation())) {
      return session.tableSchema(physicalName);
    }
  }

  @Override
  public long tableRows(String physicalName) {
    try (SqliteSession session = session(new Cancellation())) {
      return session.tableSchema(physicalName).isEmpty()
          ? 0
          : session.number("SELECT count(*) FROM " + dialect.table(physicalName));
    }
  }

  @Override
  public Schema describe(Query query, Map<String, Object> parameters) {
    SqlSelect select = renderer.render(query, RenderContext.of(parameters));
    try (SqliteSession session = session(new Cancellation())) {
      return new ResultSchema(session).of(query, select);
    }
  }

  @Override
  public Optional<TracedStatement> trace(Query query, Map<String, Object> parameters) {
    if (!(query.body() instanceof QueryBody.Statement(String sql))) {
      return Optional.empty();
    }
    RenderContext context = RenderContext.of(parameters);
    Schema output = describe(query, parameters);
    return StatementTrace.of(
        files::select, renderer.filled(query, sql, context), query.sources(), output);
  }

  @Override
  public RowPage page(PageRequest request, Cancellation cancellation) {
    SqlSelect select = renderer.render(request.query(), RenderContext.of(request.parameters()));
    try (SqliteSession session = session(cancellation)) {
      session.execute("BEGIN");
      Schema schema = new ResultSchema(session).of(request.query(), select);
      String page =
          select.sql() + "\nLIMIT " + (request.rows() + 1L) + " OFFSET " + request.offset();
      List<List<@Nullable Object>> rows = session.select(page, schema);
      boolean more = rows.size() > request.rows();
      if (more) {
        rows.removeLast();
      }
      return RowPage.of(schema, request.offset(), rows, more);
    }
  }

  @Override
  public long count(Query query, Map<String, Object> parameters, Cancellation cancellation) {
    String sql = renderer.render(query, RenderContext.of(parameters)).sql();
    try (SqliteSession session = session(cancellation)) {
      return session.number("SELECT count(*) FROM (\n" + sql + "\n) AS counted");
    }
  }

  @Override
  public String explain(Query query, Map<String, Object> parameters) {
    return renderer.render(query, RenderContext.of(parameters)).sql();
  }

  @Override
  public EngineTransaction begin(Cancellation cancellation) {
    SqliteSession session = session(cancellation);
    try {
      return new SqliteTransaction(database, session, ledger, renderer, dialect, files);
    } catch (QarionException e) {
      session.close();
      throw e;
    }
  }

  private void refuseWrites(String statement) {
    try (SqliteSession session = session(new Cancellation())) {
      new SelectOnly(session).check(statement);
    }
  }

  private SqliteSession session(Cancellation cancellation) {
    return new SqliteSession(database, fileTables, cancellation);
  }

  @Override
  public void close() {
    files.close();
  }
}
