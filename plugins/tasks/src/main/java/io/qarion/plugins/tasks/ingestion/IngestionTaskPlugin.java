package io.qarion.plugins.tasks.ingestion;

import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Landings;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.LoadDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads files into a landing dataset. */
public final class IngestionTaskPlugin implements TaskTypePlugin {

  @Override
  public String taskType() {
    return "ingestion";
  }

  @Override
  public String name() {
    return "Load files";
  }

  @Override
  public String description() {
    return "Loads new files into a landing dataset.";
  }

  @Override
  public StepType stepType() {
    return StepType.INGESTION;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional("operation", Simple.TEXT, "ingestion", "What the task does."),
        PropertyDeclaration.optional(
            "target_table_type", Simple.TEXT, "landing", "Kind of the dataset it writes."),
        PropertyDeclaration.choice(
            "processing_type", "Whether only new files are read.", "INCREMENTAL", "FULL_REFRESH"));
  }

  @Override
  public List<PropertyDeclaration> config() {
    return LoadDeclarations.below("");
  }

  @Override
  public List<Dataset> generateDatasets(Task task, FlowContext context, DatasetCatalog datasets) {
    LoadSettings settings = LoadSettings.from(task.config());
    if (settings.sourcePath().isEmpty()) {
      report(
          task,
          context,
          "config.source_path",
          "load.missing",
          "Task '%s' does not say which files it loads.".formatted(task.id()),
          "Write [tasks.config] source_path = \"…\".");
    }
    if (task.target().isEmpty()) {
      report(
          task,
          context,
          "target_dataset_id",
          "task.target",
          "Task '%s' does not say where its rows go.".formatted(task.id()),
          "Write target_dataset_id = \"…\".");
      return List.of();
    }
    Optional<Dataset> declared = datasets.find(task.target().get());
    Schema columns = declared.map(Dataset::schema).orElseGet(() -> detected(settings, context));
    List<Problem> wrong = wrongNames(task, task.target().get(), columns);
    if (!wrong.isEmpty()) {
      wrong.forEach(context::report);
      return List.of();
    }
    var made = new ArrayList<Dataset>();
    made.add(
        Landings.landing(
            task.target().get(),
            declared.flatMap(Dataset::namespace).or(context.flow()::namespace),
            columns,
            declared.map(Dataset::primaryKey).orElse(List.of())));
    if (settings.onBadRow() == LoadSettings.OnBadRow.REJECT) {
      made.add(Landings.rejects(rejects(task.target().get()), context.flow().namespace()));
    }
    return made;
  }

  @Override
  public Optional<StepWork> instruction(Task task, FlowContext context, DatasetCatalog datasets) {
    return task.target()
        .flatMap(datasets::find)
        .map(landing ->
            new StepWork.Load(
                LoadSettings.from(task.config()),
                landing,
                true,
                datasets.find(rejects(landing.name()))));
  }

  private static DatasetName rejects(DatasetName landing) {
    return new DatasetName(landing + "_rejects");
  }

  private static Schema detected(LoadSettings settings, FlowContext context) {
    if (!context.flow().input().schema().columns().isEmpty()) {
      return context.flow().input().schema();
    }
    try {
      return context
          .probe()
          .ofFiles(settings)
          .map(schema ->
              new Schema(
                  schema.columns().stream()
                      .filter(column -> !TechnicalColumns.isReserved(column.name()))
                      .toList()))
          .orElse(Schema.EMPTY);
    } catch (QarionException e) {
      e.problems().forEach(context::report);
      return Schema.EMPTY;
    }
  }

  /** What a load adds can only be there if another flow loads into the same dataset. */
  private static List<Problem> wrongNames(Task task, DatasetName target, Schema columns) {
    String place = task.path() + ".target_dataset_id";
    if (columns.columns().containsAll(TechnicalColumns.LANDING)) {
      return List.of(
          Problem.error(
              "dataset.two_flows",
              Place.of(place),
              "Another flow loads files into dataset '%s' already.".formatted(target),
              "Let the flows load into datasets of different names."));
    }
    return columns.columns().stream()
        .flatMap(column -> Landings.reservedName(place, column.name()).stream())
        .toList();
  }

  private static void report(
      Task task, FlowContext context, String key, String code, String message, String fix) {
    context.report(Problem.error(code, Place.of(task.path() + "." + key), message, fix));
  }
}
