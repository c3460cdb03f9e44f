package io.qarion.plugins.tasks.export;

import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.ExportDeclarations;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Optional;

/** Writes a dataset of the flow to a file. */
public final class ExportTaskPlugin implements TaskTypePlugin {

  @Override
  public String taskType() {
    return "export";
  }

  @Override
  public String name() {
    return "Export";
  }

  @Override
  public String description() {
    return "Writes a dataset to a file.";
  }

  @Override
  public StepType stepType() {
    return StepType.EXPORT;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional("operation", Simple.TEXT, "", "What the task does."));
  }

  @Override
  public List<PropertyDeclaration> config() {
    return ExportDeclarations.below("");
  }

  @Override
  public List<Dataset> generateDatasets(Task task, FlowContext context, DatasetCatalog datasets) {
    if (path(task.config()).isEmpty()) {
      report(
          task,
          context,
          "config.file_path",
          "Which file is to be written?",
          "Write file_path = \"…\".");
    }
    if (task.sources().isEmpty()) {
      report(
          task,
          context,
          "source_dataset_id",
          "Which dataset is to be written?",
          "Write source_dataset_id = \"…\".");
    }
    return List.of();
  }

  @Override
  public Optional<StepWork> instruction(Task task, FlowContext context, DatasetCatalog datasets) {
    Settings config = task.config();
    return task.sources().stream()
        .findFirst()
        .flatMap(datasets::find)
        .map(source ->
            new StepWork.Export(
                Query.all(
                    new TransformationSource(
                        source.name().value(),
                        new RowSource.Stored(source, BatchRange.ALL),
                        TechnicalColumns.visible(source.schema(), ""))),
                false,
                path(config).orElse(""),
                config.text("format", ""),
                config.flag("spreadsheet_safe", false),
                config.table("options"),
                task.path() + ".config"));
  }

  private static Optional<String> path(Settings config) {
    return config.text("file_path").or(() -> config.text("path"));
  }

  private static void report(
      Task task, FlowContext context, String key, String message, String fix) {
    context.report(
        Problem.error("export.settings", Place.of(task.path() + "." + key), message, fix));
  }
}
