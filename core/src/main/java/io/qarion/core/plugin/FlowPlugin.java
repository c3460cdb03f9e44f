package io.qarion.core.plugin;

import io.qarion.core.dag.FlowDag;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Map;

/**
 * Gives a type of flow its meaning: which datasets it makes, in which steps, by which instructions.
 * It names no engine and writes no SQL. What is wrong with a flow goes to the context; what can
 * still be made is made, so that a broken flow can be shown.
 */
public interface FlowPlugin {

  /** The value of {@code flow_type}. */
  String flowType();

  String name();

  /** What it is for, in a sentence. */
  String description();

  /** Settings below {@code [properties]}. */
  List<PropertyDeclaration> properties();

  /** The datasets that the flow makes, and what is wrong with its settings. */
  List<Dataset> generateDatasets(FlowContext context);

  /**
   * The steps and their order.
   *
   * @param datasets what {@link #generateDatasets} gave
   */
  FlowDag generateDag(FlowContext context, DatasetCatalog datasets);

  /**
   * What each step does.
   *
   * @param datasets what {@link #generateDatasets} gave, beside those of the project
   */
  Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets);
}
