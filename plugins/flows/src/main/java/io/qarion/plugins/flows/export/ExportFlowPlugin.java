package io.qarion.plugins.flows.export;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.ExportDeclarations;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a dataset of the project to a file: all of it, a batch, or what is new. */
public final class ExportFlowPlugin implements FlowPlugin {

  private static final TaskId STEP = new TaskId("export");
  private static final String SOURCE = "properties.export.source_dataset_id";

  @Override
  public String flowType() {
    return "export_flow";
  }

  @Override
  public String name() {
    return "Export";
  }

  @Override
  public String description() {
    return "Writes a dataset to a file: everything, one batch, or only what is new.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    var declared =
        new ArrayList<>(
            List.of(
                PropertyDeclaration.required(
                    "export.source_dataset_id", Simple.DATASET, "The dataset to export."),
                PropertyDeclaration.choice(
                    "export.export_mode",
                    "Everything, one batch, or what is new since the last export.",
                    "full",
                    "batch",
                    "incremental",
                    "changes_only"),
                PropertyDeclaration.optional(
                    "export.batch_id", Simple.INTEGER, "", "Which batch, in mode batch.")));
    declared.addAll(ExportDeclarations.below("export."));
    return declared;
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    Settings settings = settings(context);
    Optional<Dataset> source = source(context);
    if (source.isEmpty()) {
      String name = settings.text("source_dataset_id", "");
      List<String> known =
          context.datasets().datasets().keySet().stream().map(DatasetName::value).toList();
      context.report(
          Problem.error(
                  "dataset.unknown",
                  Place.of(SOURCE),
                  "There is no dataset '%s' in the project.".formatted(name),
                  "Name a dataset that a flow makes or that datasets/ declares.")
              .with(QuickFix.replacements(SOURCE, name, known)));
    }
    source.ifPresent(dataset -> new ExportMode(settings, dataset).check(context));
    return List.of();
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    Set<DatasetName> reads = source(context).map(d -> Set.of(d.name())).orElse(Set.of());
    var builder =
        new FlowDagBuilder()
            .existing(datasets.datasets().keySet())
            .step(
                new DagNode(STEP, StepType.EXPORT, "Export", reads, Set.of(), "properties.export"));
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    Settings settings = settings(context);
    return source(context)
        .map(dataset -> new ExportMode(settings, dataset))
        .map(mode -> Map.<TaskId, StepWork>of(STEP, mode.work()))
        .orElse(Map.of());
  }

  private static Settings settings(FlowContext context) {
    return context.flow().properties().table("export");
  }

  private static Optional<Dataset> source(FlowContext context) {
    return settings(context)
        .text("source_dataset_id")
        .filter(name -> !name.isBlank())
        .flatMap(name -> context.datasets().find(new DatasetName(name)));
  }
}
