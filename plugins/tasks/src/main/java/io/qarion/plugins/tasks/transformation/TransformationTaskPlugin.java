package io.qarion.plugins.tasks.transformation;

import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.transform.AtomicGroup;
import java.util.List;
import java.util.Optional;

/** Computes a dataset from datasets, by visual steps or by one SELECT. */
public final class TransformationTaskPlugin implements TaskTypePlugin {

  @Override
  public String taskType() {
    return "transformation";
  }

  @Override
  public String name() {
    return "Transform";
  }

  @Override
  public String description() {
    return "Computes a dataset from others, by steps or by one SELECT.";
  }

  @Override
  public StepType stepType() {
    return StepType.TRANSFORMATION;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional("operation", Simple.TEXT, "", "What the task does."),
        PropertyDeclaration.optional(
            "source_table_type", Simple.TEXT, "", "Kind of the dataset it reads."),
        PropertyDeclaration.optional(
            "target_table_type", Simple.TEXT, "", "Kind of the dataset it writes."),
        PropertyDeclaration.choice(
            "processing_type",
            "Whether the first source is read whole, or only its current batch.",
            "FULL_REFRESH",
            "INCREMENTAL"),
        PropertyDeclaration.choice(
            "write_mode",
            "How the rows get into the target.",
            "replace",
            "append",
            "merge",
            "replace_keys"),
        PropertyDeclaration.optional(
            "merge_key", Simple.COLUMNS, "", "Columns that say which rows belong together."));
  }

  @Override
  public List<PropertyDeclaration> config() {
    return List.of(
        PropertyDeclaration.optional(
            "sql",
            Simple.SQL,
            "",
            "One SELECT; {{ dataset }} stands for a source, :name for a variable."));
  }

  @Override
  public List<Dataset> generateDatasets(Task task, FlowContext context, DatasetCatalog datasets) {
    return new TransformationDesign(task, context, datasets).checkedTarget().stream().toList();
  }

  @Override
  public Optional<StepWork> instruction(Task task, FlowContext context, DatasetCatalog datasets) {
    return new TransformationDesign(task, context, datasets)
        .instruction()
        .map(instruction -> new StepWork.Transform(AtomicGroup.of(instruction)));
  }
}
