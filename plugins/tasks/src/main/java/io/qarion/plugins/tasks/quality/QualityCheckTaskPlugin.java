package io.qarion.plugins.tasks.quality;

import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.CheckDeclarations;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.quality.CheckDesign;
import io.qarion.core.quality.CheckReader;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.quality.QualitySuite;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Optional;

/** Checks the rows of a dataset and fails the run where they do not hold. */
public final class QualityCheckTaskPlugin implements TaskTypePlugin {

  @Override
  public String taskType() {
    return "quality_check";
  }

  @Override
  public String name() {
    return "Check quality";
  }

  @Override
  public String description() {
    return "Checks the rows of a dataset and stops the flow where they fail.";
  }

  @Override
  public StepType stepType() {
    return StepType.QUALITY_CHECK;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional("operation", Simple.TEXT, "", "What the task does."));
  }

  @Override
  public List<PropertyDeclaration> config() {
    return List.of(
        PropertyDeclaration.required("checks", CheckDeclarations.all(), "What should hold."));
  }

  @Override
  public List<Dataset> generateDatasets(Task task, FlowContext context, DatasetCatalog datasets) {
    List<Settings> tables = task.config().tables("checks");
    if (tables.isEmpty()) {
      context.report(
          Problem.error(
              "check.missing",
              Place.of(task.path() + ".config"),
              "Task '%s' checks nothing.".formatted(task.id()),
              "Add [[tasks.config.checks]] with a check_type and columns."));
    }
    CheckScope scope = context.checkScope(datasets);
    List<QualityCheck> checks = CheckReader.read(tables, scope.problems());
    source(task, datasets).ifPresent(source -> new CheckDesign(source, scope).plan(checks));
    return List.of();
  }

  @Override
  public Optional<StepWork> instruction(Task task, FlowContext context, DatasetCatalog datasets) {
    // What is wrong has been reported with the datasets.
    CheckScope scope = context.checkScope(datasets).silent();
    List<QualityCheck> checks =
        CheckReader.read(task.config().tables("checks"), scope.problems()).stream()
            .filter(QualityCheck::enabled)
            .toList();
    return source(task, datasets)
        .map(source ->
            new StepWork.Check(
                QualitySuite.of(
                    task.id().value(), source, new CheckDesign(source, scope).plan(checks)),
                Optional.empty()));
  }

  /** The rows to check; empty if nobody knows their columns. */
  private static Optional<TransformationSource> source(Task task, DatasetCatalog datasets) {
    return task.sources().stream()
        .findFirst()
        .flatMap(datasets::find)
        .filter(dataset -> dataset.schema().size() > 0)
        .map(dataset ->
            new TransformationSource(
                dataset.name().value(),
                new RowSource.Stored(dataset, BatchRange.ALL),
                TechnicalColumns.visible(dataset.schema(), "")));
  }
}
