package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.file.SpreadsheetSafety;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Writes what a preview shows, all of it, to a file. */
final class StepExport {

  private final RunEnvironment environment;
  private final PreviewService preview;

  StepExport(RunEnvironment environment, PreviewService preview) {
    this.environment = environment;
    this.preview = preview;
  }

  long write(TaskId step, String file, boolean spreadsheetSafe, Cancellation cancellation) {
    Path target = environment.paths().resolve(file, "FILE");
    String format = environment.plugins().formatOf(target).orElse("csv");
    Query query = preview.query(step);
    if (spreadsheetSafe) {
      query = neutralised(query);
    }
    var batch =
        new BatchContext(
            0, Optional.empty(), LocalDateTime.of(1970, 1, 1, 0, 0), preview.parameters());
    try (var writing = new ExportFile(target, environment.temporary());
        EngineTransaction transaction = environment.engine().begin(cancellation)) {
      long rows =
          transaction.write(
              query,
              batch,
              environment
                  .plugins()
                  .exporter(format, "FILE")
                  .exporter(format)
                  .target(writing.temporary(), Settings.NONE));
      cancellation.throwIfRequested();
      writing.moveIntoPlace();
      return rows;
    }
  }

  private Query neutralised(Query query) {
    Engine engine = environment.engine();
    Schema schema = engine.describe(query, preview.parameters());
    List<String> texts =
        schema.columns().stream()
            .filter(column -> column.type() == PlainType.STRING)
            .map(Column::name)
            .toList();
    if (texts.isEmpty()) {
      return query;
    }
    var source = TransformationSource.of("exported", new RowSource.Computed(query, schema));
    return Query.of(List.of(source), List.of(SpreadsheetSafety.neutralise(texts)));
  }
}
