package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.problem.FlowId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import io.qarion.plugins.duckdb.LocalFiles;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The work of one step: another state, which becomes that of the store when it is committed. */
final class TableTransaction implements EngineTransaction {

  private final TableStore store;
  private final LocalFiles files;
  private final Cancellation cancellation;
  private final MemoryLimit limit;
  private final Set<String> counted = new HashSet<>();
  private StoreState state;
  private boolean open;

  TableTransaction(
      TableStore store, LocalFiles files, Cancellation cancellation, MemoryLimit limit) {
    this.store = store;
    this.files = files;
    this.cancellation = cancellation;
    this.limit = limit;
    store.startWriting(cancellation);
    this.open = true;
    this.state = store.state();
  }

  private Interpreter interpreter() {
    return new Interpreter(state.tables(), files, cancellation, limit);
  }

  private void put(String name, StoredTable table) {
    limit.of(table.schema()).check(table.size());
    state = state.with(state.tables().with(name, table));
  }

  @Override
  public void prepare(Dataset dataset) {
    String name = dataset.physicalName();
    put(name, TablePreparing.prepared(dataset, state.tables().find(name)));
  }

  @Override
  public void rebuild(Dataset dataset) {
    put(dataset.physicalName(), StoredTable.empty(dataset.schema()));
  }

  @Override
  public void keepAs(Dataset dataset, String physicalName) {
    StoredTable table = state.tables().table(dataset.physicalName());
    state = state.with(state.tables().without(dataset.physicalName()).with(physicalName, table));
  }

  @Override
  public void drop(Dataset dataset) {
    state = state.with(state.tables().without(dataset.physicalName()));
  }

  @Override
  public LandingWriter landing(LandingRequest request) {
    prepareRejects(request);
    prepare(request.landing());
    removeBatch(request.landing(), request.batch().batchId());
    return new TableLanding(request, files, cancellation, limit, new Access());
  }

  /** The tables of this transaction, for a landing. */
  final class Access {

    StoredTable table(Dataset dataset) {
      return state.tables().table(dataset.physicalName());
    }

    void put(Dataset dataset, StoredTable table) {
      TableTransaction.this.put(dataset.physicalName(), table);
    }
  }

  @Override
  public void removeBatch(Dataset dataset, long batchId) {
    state
        .tables()
        .find(dataset.physicalName())
        .ifPresent(
            table -> put(dataset.physicalName(), table.picked(table.rows(id -> id != batchId))));
  }

  @Override
  public StepStatistics execute(TransformationInstruction instruction, BatchContext batch) {
    cancellation.throwIfRequested();
    long read = read(instruction.query(), batch);
    if (instruction.write() instanceof Write.Replace) {
      rebuild(instruction.target());
    }
    String name = instruction.target().physicalName();
    WriteOperation.Written written =
        new WriteOperation(interpreter(), batch).of(instruction, state.tables().table(name));
    put(name, written.table());
    return new StepStatistics(read, written.rows(), 0, 0, 0, Duration.ZERO, -1, -1);
  }

  /** Rows of the sources that were not counted yet. */
  private long read(Query query, BatchContext batch) {
    long rows = 0;
    for (TransformationSource source : query.sources()) {
      rows +=
          switch (source.rows()) {
            case RowSource.Stored _, RowSource.InFile _ ->
                counted.add(source.rows().toString())
                    ? count(
                        Query.all(
                            new TransformationSource("counted", source.rows(), source.schema())),
                        batch)
                    : 0;
            case RowSource.Computed(Query inner, _) -> read(inner, batch);
            case RowSource.Rows(_, List<?> constants) -> constants.size();
            case RowSource.Empty _ -> 0;
          };
    }
    return rows;
  }

  @Override
  public long count(Query query, BatchContext batch) {
    return interpreter().rows(query, Optional.of(batch), batch.values()).size();
  }

  @Override
  public long write(Query query, BatchContext batch, FileTarget target) {
    Relation relation = interpreter().rows(query, Optional.of(batch), batch.values());
    Schema schema = relation.schema();
    List<Cells> columns = Conversion.of(relation.columns(), relation.size(), schema);
    return target.rows().isPresent()
        ? files.write(schema, CellsRow.lists(columns, relation.size()), target, cancellation)
        : files.write(schema, columns, relation.size(), target, cancellation);
  }

  @Override
  public StoreLedger.Writer ledger() {
    return new Notes();
  }

  @Override
  public void commit() {
    cancellation.throwIfRequested();
    store.commit(state);
    ended();
  }

  @Override
  public void close() {
    if (open) {
      ended();
    }
  }

  private void ended() {
    open = false;
    store.endWriting();
  }

  /** Notes in the state of this transaction. */
  private final class Notes implements StoreLedger.Writer {

    @Override
    public void committed(StepCommit commit) {
      state = state.with(state.ledger().withCommit(commit));
    }

    @Override
    public void loaded(LoadedFile file) {
      state = state.with(state.ledger().withFile(file));
    }

    @Override
    public void landed(LandedBatch batch) {
      state = state.with(state.ledger().withLanded(batch));
    }

    @Override
    public List<LandedBatch> landings(FlowId flow) {
      return TableLedger.landings(state.ledger(), flow);
    }

    @Override
    public void reopened(FlowId flow, long batchId) {
      state = state.with(state.ledger().reopened(flow, batchId));
    }
  }
}
