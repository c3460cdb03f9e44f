package io.qarion.plugins.engine.duckdb;

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
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.DuckDbErrors;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.RunningStatements;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.duckdb.trace.StatementTrace;
import io.qarion.plugins.sql.RenderContext;
import io.qarion.plugins.sql.SqlRenderer;
import io.qarion.plugins.sql.SqlSelect;
import io.qarion.plugins.sql.SqlStoreLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One project's DuckDB database. Every use has a connection of its own. */
final class DuckDbEngine implements Engine {

  private final DuckDbInstance instance;
  private final Path database;
  private final Path snapshots;
  private final SqlStoreLedger ledger;
  private final SqlRenderer renderer = new SqlRenderer(new DuckDbDialect(), this::refuseWrites);
  private final RunningStatements running = new RunningStatements();

  /**
   * @param snapshots folder for what landings keep as Parquet
   */
  DuckDbEngine(DuckDbInstance instance, Path database, Path snapshots) {
    this.instance = instance;
    this.database = database;
    this.snapshots = snapshots;
    this.ledger =
        new SqlStoreLedger(
            instance::connect, new Semaphore(1), DuckDbErrors::of, Clock.systemUTC());
    try (DuckDbSession session = session(new Cancellation())) {
      Snapshots.open(session, snapshots);
    }
  }

  @Override
  public DataStoreId store() {
    return new DataStoreId("duckdb", database.toString());
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return Set.of(EngineCapability.values());
  }

  @Override
  public StoreLedger ledger() {
    return ledger;
  }

  @Override
  public Optional<Schema> tableSchema(String physicalName) {
    try (DuckDbSession session = session(new Cancellation())) {
      return session.tableSchema(physicalName);
    }
  }

  @Override
  public long tableRows(String physicalName) {
    try (DuckDbSession session = session(new Cancellation())) {
      return session.tableSchema(physicalName).isEmpty()
          ? 0
          : session.number("SELECT count(*) FROM " + SqlText.name(physicalName));
    }
  }

  @Override
  public Schema describe(Query query, Map<String, Object> parameters) {
    try (DuckDbSession session = session(new Cancellation())) {
      return session.describe(renderer.render(query, RenderContext.of(parameters)).sql());
    }
  }

  @Override
  public Optional<TracedStatement> trace(Query query, Map<String, Object> parameters) {
    if (!(query.body() instanceof QueryBody.Statement(String sql))) {
      return Optional.empty();
    }
    RenderContext context = RenderContext.of(parameters);
    Schema output = describe(query, parameters);
    try (DuckDbSession session = session(new Cancellation())) {
      return StatementTrace.of(
          session::select, renderer.filled(query, sql, context), query.sources(), output);
    }
  }

  @Override
  public RowPage page(PageRequest request, Cancellation cancellation) {
    SqlSelect select = renderer.render(request.query(), RenderContext.of(request.parameters()));
    try (DuckDbSession session = session(cancellation)) {
      session.execute("BEGIN TRANSACTION READ ONLY");
      Schema schema = session.describe(select.sql());
      String page =
          select.sql() + "\nLIMIT " + (request.rows() + 1L) + " OFFSET " + request.offset();
      List<List<@Nullable Object>> rows = session.rows(ChunkReader.readable(page, schema), schema);
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
    try (DuckDbSession session = session(cancellation)) {
      session.execute("BEGIN TRANSACTION READ ONLY");
      return session.number("SELECT count(*) FROM (\n" + sql + "\n)");
    }
  }

  @Override
  public String explain(Query query, Map<String, Object> parameters) {
    return renderer.render(query, RenderContext.of(parameters)).sql();
  }

  @Override
  public EngineTransaction begin(Cancellation cancellation) {
    DuckDbSession session = session(cancellation);
    try {
      return new DuckDbTransaction(session, ledger, renderer, new Snapshots(session, snapshots));
    } catch (QarionException e) {
      session.close(); // a connection that is left open keeps the database from being closed
      throw e;
    }
  }

  @Override
  public void runEnds() {
    try (DuckDbSession session = session(new Cancellation())) {
      session.execute("CHECKPOINT");
    }
  }

  @Override
  public Optional<Double> progress() {
    return running.progress();
  }

  @Override
  public long memory() {
    try (DuckDbSession session = session(new Cancellation())) {
      return session.number(
          "SELECT coalesce(sum(memory_usage_bytes), 0)::BIGINT FROM duckdb_memory()");
    }
  }

  private void refuseWrites(String statement) {
    try (DuckDbSession session = session(new Cancellation())) {
      new SelectOnly(session).check(statement);
    }
  }

  private DuckDbSession session(Cancellation cancellation) {
    return new DuckDbSession(instance, cancellation, running);
  }

  @Override
  public void close() {
    instance.close();
  }
}
