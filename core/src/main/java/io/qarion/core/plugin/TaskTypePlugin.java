package io.qarion.core.plugin;

import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Task;
import java.util.List;
import java.util.Optional;

/** Gives a type of task its meaning inside a {@code standard} flow. */
public interface TaskTypePlugin {

  /** The value of {@code type} of a task. */
  String taskType();

  String name();

  /** What it is for, in a sentence. */
  String description();

  StepType stepType();

  /** Settings below {@code [tasks.properties]}. */
  List<PropertyDeclaration> properties();

  /** Settings below {@code [tasks.config]}. */
  List<PropertyDeclaration> config();

  /**
   * The datasets that the task makes, and what is wrong with it.
   *
   * @param datasets those of the project and of the tasks before it
   */
  List<Dataset> generateDatasets(Task task, FlowContext context, DatasetCatalog datasets);

  /**
   * What the task does; empty if it can't be done as written, which has been reported.
   *
   * @param datasets those of the project and of all tasks of the flow
   */
  Optional<StepWork> instruction(Task task, FlowContext context, DatasetCatalog datasets);
}
