package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.DataStoreId;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.plugins.duckdb.LocalFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables in the memory of the program, and rules that are interpreted over them. */
final class TablesawEngine implements Engine {

  private final DataStoreId id;
  private final Set<EngineCapability> capabilities;
  private final TableStore store;
  private final LocalFiles files;
  private final MemoryLimit limit;
  private final TableLedger ledger;

  /**
   * @param files is closed with this
   */
  TablesawEngine(
      DataStoreId id,
      Set<EngineCapability> capabilities,
      TableStore store,
      LocalFiles files,
      MemoryLimit limit) {
    this.id = id;
    this.capabilities = Set.copyOf(capabilities);
    this.store = store;
    this.files = files;
    this.limit = limit;
    this.ledger = new TableLedger(store, Clock.systemUTC());
  }

  @Override
  public DataStoreId store() {
    return id;
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return capabilities;
  }

  @Override
  public StoreLedger ledger() {
    return ledger;
  }

  @Override
  public Optional<Schema> tableSchema(String physicalName) {
    return store
        .state()
        .tables()
        .find(physicalName)
        .map(table -> new Schema(table.schema().columns().stream().map(Column::optional).toList()));
  }

  @Override
  public long tableRows(String physicalName) {
    return store.state().tables().find(physicalName).map(StoredTable::size).orElse(0);
  }

  @Override
  public Schema describe(Query query, Map<String, Object> parameters) {
    return Descriptions.schema(query, parameters);
  }

  @Override
  public RowPage page(PageRequest request, Cancellation cancellation) {
    Relation relation = rows(request.query(), request.parameters(), cancellation);
    int size = relation.size();
    int from = (int) Math.min(request.offset(), size);
    int to = (int) Math.min(from + (long) request.rows(), size);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (int row = from; row < to; row++) {
      rows.add(new ArrayList<>(CellsRow.list(relation.columns(), row)));
    }
    return RowPage.of(relation.schema(), request.offset(), rows, to < size);
  }

  @Override
  public long count(Query query, Map<String, Object> parameters, Cancellation cancellation) {
    return rows(query, parameters, cancellation).size();
  }

  private Relation rows(Query query, Map<String, Object> parameters, Cancellation cancellation) {
    return new Interpreter(store.state().tables(), files, cancellation, limit)
        .rows(query, Optional.empty(), parameters);
  }

  @Override
  public String explain(Query query, Map<String, Object> parameters) {
    return Descriptions.of(query);
  }

  @Override
  public EngineTransaction begin(Cancellation cancellation) {
    return new TableTransaction(store, files, cancellation, limit);
  }

  @Override
  public void close() {
    files.close();
  }
}
