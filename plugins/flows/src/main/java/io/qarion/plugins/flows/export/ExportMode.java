package io.qarion.plugins.flows.export;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.List;

/** Which rows of a dataset an export takes. */
final class ExportMode {

  private final Settings settings;
  private final Dataset source;
  private final String mode;

  ExportMode(Settings settings, Dataset source) {
    this.settings = settings;
    this.source = source;
    this.mode = settings.text("export_mode", "full");
  }

  void check(FlowContext context) {
    if (mode.equals("changes_only") && !isChangeFeed()) {
      report(
          context,
          "export_mode",
          "'%s' is no change feed, so it has no changes.".formatted(source.name()),
          "Write export_mode = \"incremental\", or export a change feed.");
    }
    if (!mode.equals("full") && !source.schema().has(TechnicalColumns.BATCH_ID)) {
      report(
          context,
          "export_mode",
          "'%s' has no batches.".formatted(source.name()),
          "Write export_mode = \"full\".");
    }
    if (mode.equals("batch") && settings.integer("batch_id").isEmpty()) {
      report(context, "batch_id", "Which batch is to be exported?", "Write batch_id = 1.");
    }
    if (settings.text("file_path").or(() -> settings.text("path")).isEmpty()) {
      report(context, "file_path", "Which file is to be written?", "Write file_path = \"…\".");
    }
  }

  StepWork work() {
    BatchRange range =
        mode.equals("batch")
            ? new BatchRange.One(settings.integer("batch_id").orElse(0L))
            : BatchRange.ALL;
    var rows =
        new TransformationSource(
            source.name().value(), new RowSource.Stored(source, range), source.schema());
    return new StepWork.Export(
        Query.of(List.of(rows), rules()),
        isSinceLastExport(),
        settings.text("file_path").or(() -> settings.text("path")).orElse(""),
        settings.text("format", ""),
        settings.flag("spreadsheet_safe", false),
        settings.table("options"),
        settings.path());
  }

  private boolean isSinceLastExport() {
    return mode.equals("incremental") || mode.equals("changes_only");
  }

  private List<TransformationRule> rules() {
    if (!isChangeFeed()) {
      return List.of();
    }
    String column = CompareSnapshots.RECORD_TYPE;
    return switch (mode) {
      case "incremental" ->
          List.of(new FilterRows(Formula.parse(column + " in ('new', 'changed')")));
      case "changes_only" ->
          List.of(new FilterRows(Formula.parse(column + " in ('new', 'changed', 'deleted')")));
      default -> List.of();
    };
  }

  private boolean isChangeFeed() {
    return source.schema().has(CompareSnapshots.RECORD_TYPE);
  }

  private static void report(FlowContext context, String key, String message, String fix) {
    context.report(
        Problem.error("export.settings", Place.of("properties.export." + key), message, fix));
  }
}
