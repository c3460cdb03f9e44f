package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.engine.TableProblems;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.FileLoad;
import io.qarion.plugins.duckdb.LocalFiles;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes files into a landing table. */
final class TableLanding implements LandingWriter {

  private final LandingRequest request;
  private final Dataset landing;
  private final LocalFiles files;
  private final Cancellation cancellation;
  private final MemoryLimit limit;
  private final TableTransaction.Access tables;
  private final List<@Nullable Object[]> batch = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  TableLanding(
      LandingRequest request,
      LocalFiles files,
      Cancellation cancellation,
      MemoryLimit limit,
      TableTransaction.Access tables) {
    this.request = request;
    this.landing = request.landing();
    this.files = files;
    this.cancellation = cancellation;
    this.limit = limit;
    this.tables = tables;
  }

  @Override
  public LoadResult load(FileRelation file) {
    try (FileLoad load = files.load(file, cancellation)) {
      if (!load.isClean() && request.rejects().isEmpty()) {
        return load.result(0);
      }
      Schema schema = tables.table(landing).schema();
      List<String> names = load.schema().names();
      int[] places = schema.names().stream().mapToInt(names::indexOf).toArray();
      int before = batch.size();
      load.goodRows(
          request.batch(),
          row -> {
            var cells = new @Nullable Object[places.length];
            for (int i = 0; i < places.length; i++) {
              cells[i] = places[i] < 0 ? null : row.get(places[i]);
            }
            batch.add(cells);
            limit.check(batch.size(), cells.length);
          });
      request.rejects().ifPresent(rejects -> keepRefused(load, file, rejects));
      warnings.addAll(load.warnings());
      return load.result(batch.size() - (long) before);
    }
  }

  private void keepRefused(FileLoad load, FileRelation file, Dataset rejects) {
    StoredTable table = tables.table(rejects);
    List<@Nullable Object[]> rows = table.rows();
    load.refusedRecords(record -> {
      Map<String, @Nullable Object> values = new HashMap<>();
      values.put(TechnicalColumns.SOURCE_FILE, file.shownName());
      values.put(TechnicalColumns.BATCH_ID, request.batch().batchId());
      values.put(TechnicalColumns.SOURCE_ROW, record.get(0));
      values.put("column_name", record.get(1));
      values.put("reason", record.get(2));
      values.put("raw_text", record.get(3));
      rows.add(table.schema().names().stream().map(values::get).toArray());
    });
    tables.put(rejects, StoredTable.of(table.schema(), rows));
  }

  @Override
  public void keepOne(boolean last) {
    if (landing.primaryKey().isEmpty()) {
      return;
    }
    int[] keys = keyPlaces();
    Map<RowKey, @Nullable Object[]> kept = new LinkedHashMap<>();
    for (@Nullable Object[] row : batch) {
      kept.merge(RowKey.of(row, keys), row, (old, later) -> last ? later : old);
    }
    batch.clear();
    batch.addAll(kept.values());
  }

  private int[] keyPlaces() {
    List<String> names = tables.table(landing).schema().names();
    return landing.primaryKey().stream().mapToInt(names::indexOf).toArray();
  }

  @Override
  public void checkKeys(String fix) {
    if (landing.primaryKey().isEmpty()) {
      return;
    }
    int[] keys = keyPlaces();
    Map<RowKey, @Nullable Object[]> seen = new HashMap<>();
    Map<RowKey, String> repeated = new HashMap<>();
    long missing = 0;
    for (@Nullable Object[] row : batch) {
      RowKey key = RowKey.of(row, keys);
      missing += key.hasNull() ? 1 : 0;
      if (seen.putIfAbsent(key, row) != null) {
        repeated.put(key, shown(row, keys));
      }
    }
    if (missing > 0) {
      throw TableProblems.missingKeys(landing, missing);
    }
    if (!repeated.isEmpty()) {
      List<String> shown =
          repeated.values().stream().sorted().limit(TableProblems.KEYS_SHOWN).toList();
      throw TableProblems.repeatedKeys(landing, repeated.size(), shown, fix);
    }
  }

  private String shown(@Nullable Object[] row, int[] keys) {
    List<Column> columns = tables.table(landing).schema().columns();
    return Arrays.stream(keys)
        .mapToObj(key ->
            String.valueOf(
                ScalarFunctions.cast(columns.get(key).type(), PlainType.STRING, false)
                    .apply(row[key])))
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<Problem> finish() {
    StoredTable table = tables.table(landing);
    int place = table.schema().names().indexOf(TechnicalColumns.BATCH_ID);
    boolean onlyLast = request.kind() == LoadSettings.Landing.DIRECT;
    List<@Nullable Object[]> rows =
        new ArrayList<>(
            table.rows().stream()
                .filter(row ->
                    !onlyLast || request.batch().previous().equals(Optional.ofNullable(row[place])))
                .toList());
    rows.addAll(batch);
    tables.put(landing, StoredTable.of(table.schema(), rows));
    return List.copyOf(warnings);
  }
}
