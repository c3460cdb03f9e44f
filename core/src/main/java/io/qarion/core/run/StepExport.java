package io.qarion.core.run;

import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/** Writes what a preview shows, all of it, to a file. */
final class StepExport {

  private final RunEnvironment environment;
  private final PreviewService preview;

  StepExport(RunEnvironment environment, PreviewService preview) {
    this.environment = environment;
    this.preview = preview;
  }

  ExportedRows write(TaskId step, String file, boolean spreadsheetSafe, Cancellation cancellation) {
    Path target = environment.paths().resolve(file, "FILE");
    String format = environment.plugins().formatOf(target).orElse("csv");
    Query query = preview.query(step);
    var batch =
        new BatchContext(
            0, Optional.empty(), LocalDateTime.of(1970, 1, 1, 0, 0), preview.parameters());
    try (var writing = new ExportFile(target, environment.temporary());
        EngineTransaction transaction = environment.engine().begin(cancellation)) {
      FileTarget description =
          environment
              .plugins()
              .exporter(format, "FILE")
              .exporter(format)
              .target(writing.temporary(), Settings.NONE);
      var safe = new SpreadsheetText.Safe(query, 0);
      if (spreadsheetSafe && SpreadsheetText.concerns(description)) {
        safe =
            new SpreadsheetText(environment.engine(), preview.parameters()).of(query, cancellation);
      }
      long rows = transaction.write(safe.query(), batch, description);
      cancellation.throwIfRequested();
      writing.moveIntoPlace();
      return new ExportedRows(rows, safe.changed(), description.notes());
    }
  }
}
