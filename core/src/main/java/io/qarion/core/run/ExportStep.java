package io.qarion.core.run;

import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.expression.Formula;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes rows to a file, which is absent, old or whole at every moment. */
final class ExportStep {

  private final RunEnvironment environment;

  ExportStep(RunEnvironment environment) {
    this.environment = environment;
  }

  StepStatistics run(StepWork.Export work, StepRun run) {
    Optional<Long> watermark = Optional.empty();
    Query query = work.query();
    if (work.sinceLastExport()) {
      long after = lastExported(run);
      long upTo = newestBatch(query, run);
      watermark = Optional.of(Math.max(after, upTo));
      if (upTo <= after) {
        return finish(run, watermark, StepStatistics.NONE);
      }
      query = limited(query, new BatchRange.Between(after, upTo));
    }
    return write(work, query, watermark, run);
  }

  private StepStatistics write(
      StepWork.Export work, Query query, Optional<Long> watermark, StepRun run) {
    Path target = ExportPath.of(work, run, environment.paths());
    String format =
        work.format().isEmpty()
            ? environment.plugins().formatOf(target).orElse("csv")
            : work.format();
    try (var file = new ExportFile(target, environment.temporary());
        EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      FileTarget description =
          environment
              .plugins()
              .exporter(format, work.element() + ".format")
              .exporter(format)
              .target(file.temporary(), work.options());
      boolean guard = work.spreadsheetSafe() && SpreadsheetText.concerns(description);
      Query written = guard ? neutralised(query, run) : query;
      long rows = transaction.write(written, run.batch(), description);
      description.notes().forEach(note -> run.warnings().add(at(run, note)));
      run.cancellation().throwIfRequested();
      long bytes = file.moveIntoPlace();
      run.commit(transaction, rows, watermark);
      run.reporter()
          .send((id, at) ->
              new RunEvent.FileExported(
                  id,
                  at,
                  run.batch().batchId(),
                  run.node().id(),
                  environment.paths().shown(target),
                  format,
                  rows,
                  bytes));
      return new StepStatistics(rows, rows, 0, 0, bytes, Duration.ZERO, -1, -1);
    }
  }

  private StepStatistics finish(StepRun run, Optional<Long> watermark, StepStatistics nothing) {
    run.warnings()
        .add(
            Problem.hint(
                "export.nothing_new",
                Place.of(run.node().element()),
                "There is no new batch to export; no file was written.",
                ""));
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      run.commit(transaction, 0, watermark);
    }
    return nothing;
  }

  private static Problem at(StepRun run, Problem note) {
    return note.at(Place.of(run.node().element()));
  }

  private Query neutralised(Query query, StepRun run) {
    SpreadsheetText.Safe safe =
        new SpreadsheetText(environment.engine(), run.batch().values())
            .of(query, run.cancellation());
    if (safe.changed() > 0) {
      run.warnings()
          .add(
              Problem.hint(
                  "export.neutralised",
                  Place.of(run.node().element()),
                  "%,d rows held text that a spreadsheet would run as a formula; it got an apostrophe."
                      .formatted(safe.changed()),
                  ""));
    }
    return safe.query();
  }

  private long lastExported(StepRun run) {
    return environment.engine().ledger().commits(run.flow().id()).stream()
        .filter(commit -> commit.step().equals(run.node().id()))
        .map(StepCommit::watermark)
        .flatMap(Optional::stream)
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private long newestBatch(Query query, StepRun run) {
    Query newest =
        Query.of(
            List.of(query.sources().getFirst()),
            List.of(
                new AggregateRows(
                    List.of(),
                    Map.of("newest", Formula.parse("max(" + TechnicalColumns.BATCH_ID + ")")))));
    Object value =
        environment
            .engine()
            .page(new PageRequest(newest, run.batch().values(), 0, 1), run.cancellation())
            .rows()
            .getFirst()
            .getFirst();
    return value instanceof Long batch ? batch : 0;
  }

  private static Query limited(Query query, BatchRange range) {
    TransformationSource first = query.sources().getFirst();
    RowSource rows =
        first.rows() instanceof RowSource.Stored stored
            ? new RowSource.Stored(stored.dataset(), range)
            : first.rows();
    var sources = new ArrayList<>(query.sources());
    sources.set(0, first.withRows(rows));
    return query.withSources(sources);
  }
}
