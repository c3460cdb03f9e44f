package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
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
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes files into a landing table. */
final class TableLanding implements LandingWriter {

  private final LandingRequest request;
  private final Dataset landing;
  private final LocalFiles files;
  private final Cancellation cancellation;
  private final MemoryLimit limit;
  private final TableTransaction.Access tables;
  private final StoredTable table;
  private final ColumnsBuilder loaded;
  private Optional<Landed> landed = Optional.empty();
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
    this.table = tables.table(landing);
    this.loaded = new ColumnsBuilder(table.schema());
  }

  /** The rows of all files, which are complete now. */
  private record Landed(List<Cells> columns, int size) {}

  @Override
  public LoadResult load(FileRelation file) {
    try (FileLoad load = files.load(file, cancellation)) {
      if (!load.isClean() && request.rejects().isEmpty()) {
        return load.result(0);
      }
      int before = loaded.size();
      RowRoom room = limit.of(table.schema());
      load.goodRows(request.batch(), loaded.sink(load.schema(), room));
      request.rejects().ifPresent(rejects -> keepRefused(load, file, rejects));
      warnings.addAll(load.warnings());
      return load.result(loaded.size() - (long) before);
    }
  }

  private void keepRefused(FileLoad load, FileRelation file, Dataset rejects) {
    StoredTable refused = tables.table(rejects);
    var columns = new ColumnsBuilder(refused.schema());
    load.refusedRecords(record -> {
      Map<String, @Nullable Object> values = new HashMap<>();
      values.put(TechnicalColumns.SOURCE_FILE, file.shownName());
      values.put(TechnicalColumns.BATCH_ID, request.batch().batchId());
      values.put(TechnicalColumns.SOURCE_ROW, record.get(0));
      values.put("column_name", record.get(1));
      values.put("reason", record.get(2));
      values.put("raw_text", record.get(3));
      var cells = new ArrayList<@Nullable Object>();
      refused.schema().names().forEach(name -> cells.add(values.get(name)));
      columns.add(cells);
    });
    tables.put(rejects, refused.and(columns.build(), columns.size()));
  }

  private Landed landed() {
    Landed all = landed.orElseGet(() -> new Landed(loaded.build(), loaded.size()));
    landed = Optional.of(all);
    return all;
  }

  @Override
  public void keepOne(boolean last) {
    if (!landing.primaryKey().isEmpty()) {
      Groups groups = groups(landed());
      int[] kept = last ? groups.lasts() : groups.firsts();
      landed = Optional.of(new Landed(Picking.of(landed().columns(), kept), kept.length));
    }
  }

  private Groups groups(Landed rows) {
    return new Groups(new Keys(keys(rows)), rows.size());
  }

  private List<Cells> keys(Landed rows) {
    List<String> names = table.schema().names();
    return landing.primaryKey().stream()
        .map(key -> rows.columns().get(names.indexOf(key)))
        .toList();
  }

  @Override
  public void checkKeys(String fix) {
    if (landing.primaryKey().isEmpty()) {
      return;
    }
    Landed rows = landed();
    List<Cells> columns = keys(rows);
    var keys = new Keys(columns);
    long missing = IntStream.range(0, rows.size()).filter(keys::hasNull).count();
    if (missing > 0) {
      throw TableProblems.missingKeys(landing, missing);
    }
    Groups groups = groups(rows);
    int[] firsts = groups.firsts();
    int[] lasts = groups.lasts();
    int[] repeated =
        IntStream.range(0, firsts.length)
            .filter(group -> firsts[group] != lasts[group])
            .map(group -> firsts[group])
            .toArray();
    if (repeated.length > 0) {
      List<String> shown =
          Arrays.stream(repeated)
              .mapToObj(row -> shown(columns, row))
              .sorted()
              .limit(TableProblems.KEYS_SHOWN)
              .toList();
      throw TableProblems.repeatedKeys(landing, repeated.length, shown, fix);
    }
  }

  private static String shown(List<Cells> keys, int row) {
    return keys.stream()
        .map(key ->
            String.valueOf(
                ScalarFunctions.cast(key.type(), PlainType.STRING, false).apply(key.value(row))))
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<Problem> finish() {
    StoredTable kept = table;
    if (request.kind() == LoadSettings.Landing.DIRECT) {
      Optional<Long> previous = request.batch().previous();
      kept = kept.picked(kept.rows(id -> previous.filter(wanted -> wanted == id).isPresent()));
    }
    tables.put(landing, kept.and(landed().columns(), landed().size()));
    return List.copyOf(warnings);
  }
}
