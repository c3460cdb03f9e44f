package io.qarion.core.run;

import static java.util.stream.Collectors.toSet;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Landings;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.BadRecord;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Finds bad records by loading the file as a run would, into tables that are dropped at once: only
 * so are they surely those that a run would find.
 */
final class BadRowSearch {

  private static final DatasetName GOOD = new DatasetName("looked_at");
  private static final Dataset REJECTS =
      Landings.rejects(new DatasetName("looked_at_rejects"), Optional.empty());
  private static final BatchContext BATCH =
      new BatchContext(1, Optional.empty(), LocalDateTime.of(2000, 1, 1, 0, 0), Map.of());

  private final ScratchEngine scratch;

  BadRowSearch(ScratchEngine scratch) {
    this.scratch = scratch;
  }

  /**
   * One search after the other, since all use the same tables.
   *
   * @param share gets how much has been read, from 0 to 1, on another thread; nothing where the
   *     engine can't say
   */
  synchronized BadRows find(
      FileLoader loader,
      FileRequest request,
      BadRows.Extent extent,
      DoubleConsumer share,
      Cancellation cancellation) {
    cancellation.throwIfRequested();
    Engine engine = scratch.engine();
    Dataset landing =
        Landings.landing(GOOD, Optional.empty(), request.declared().orElseThrow(), List.of());
    try (ShareWatch watch = ShareWatch.start(engine, share)) {
      LoadResult result = load(engine, landing, loader, request, cancellation);
      watch.done();
      List<BadRecord> bad =
          result.rejected() == 0 ? List.of() : bad(engine, request.shownName(), cancellation);
      Set<Long> records = bad.stream().map(BadRecord::row).collect(toSet());
      Map<Long, Long> lines =
          records.isEmpty() ? Map.of() : loader.lines(request, records, cancellation);
      return new BadRows(
          extent,
          result.rows(),
          result.rejected(),
          bad.stream()
              .map(record -> new BadRows.Found(record, lines.getOrDefault(record.row(), 0L)))
              .toList());
    } finally {
      drop(engine, landing);
    }
  }

  private static LoadResult load(
      Engine engine,
      Dataset landing,
      FileLoader loader,
      FileRequest request,
      Cancellation cancellation) {
    try (EngineTransaction transaction = engine.begin(cancellation)) {
      LandingWriter writer =
          transaction.landing(
              new LandingRequest(landing, LoadSettings.Landing.TABLE, Optional.of(REJECTS), BATCH));
      LoadResult result = writer.load(loader.open(request).relation());
      writer.finish();
      transaction.commit();
      return result;
    }
  }

  private static List<BadRecord> bad(Engine engine, String file, Cancellation cancellation) {
    var source = TransformationSource.of("rejects", new RowSource.Stored(REJECTS, BatchRange.ALL));
    var query =
        Query.of(
            List.of(source),
            List.of(
                new SortRows(
                    ExpressionParser.parseOrderTerms(TechnicalColumns.SOURCE_ROW).terms())));
    RowPage page = engine.page(new PageRequest(query, Map.of(), 0, BadRows.SHOWN), cancellation);
    List<String> names = page.schema().names();
    int row = names.indexOf(TechnicalColumns.SOURCE_ROW);
    int column = names.indexOf("column_name");
    int reason = names.indexOf("reason");
    int text = names.indexOf("raw_text");
    return page.rows().stream()
        .map(cells ->
            new BadRecord(
                file,
                cells.get(row) instanceof Long number ? number : 0,
                cells.get(column) instanceof String name ? name : "",
                cells.get(reason) instanceof String words ? words : "",
                cells.get(text) instanceof String raw ? raw : ""))
        .toList();
  }

  /** What a cancelled search has written is undone already; the rest takes effect at once. */
  private static void drop(Engine engine, Dataset landing) {
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      transaction.drop(landing);
      transaction.drop(REJECTS);
      transaction.commit();
    }
  }
}
