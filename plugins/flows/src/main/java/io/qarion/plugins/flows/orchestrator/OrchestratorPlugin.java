package io.qarion.plugins.flows.orchestrator;

import io.qarion.core.dag.FlowDag;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.standard.StandardFlowPlugin;
import java.util.List;
import java.util.Map;

/** Runs other flows, each when those before it have ended as it asks. */
public final class OrchestratorPlugin implements FlowPlugin {

  private static final String MAX_PARALLEL = "max_parallel";

  /** The graph of tasks is that of any flow of tasks. */
  private final StandardFlowPlugin tasks = new StandardFlowPlugin();

  @Override
  public String flowType() {
    return "orchestrator";
  }

  @Override
  public String name() {
    return "Orchestrator";
  }

  @Override
  public String description() {
    return "Runs other flows in their order, with conditions, retries and limits of time.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional(
            MAX_PARALLEL, Simple.INTEGER, "", "How many flows may run at once."));
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    context
        .flow()
        .properties()
        .integer(MAX_PARALLEL)
        .filter(number -> number < 1 || number > Integer.MAX_VALUE)
        .ifPresent(number ->
            context.report(
                Problem.error(
                    "orchestrator.settings",
                    Place.of("properties." + MAX_PARALLEL),
                    "%d flows can't run at once.".formatted(number),
                    "Write 1 or more.")));
    context.flow().tasks().stream()
        .filter(task -> !task.type().equals("flow"))
        .filter(task -> context.taskTypes().find(task.type()).isPresent())
        .forEach(task ->
            context.report(
                Problem.error(
                    "orchestrator.task",
                    Place.of(task.path() + ".type"),
                    "Task '%s' is no flow, and an orchestrator only runs flows."
                        .formatted(task.id()),
                    "Write type = \"flow\", or make this a flow of type standard, which may run"
                        + " flows too.")));
    return tasks.generateDatasets(context);
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    return tasks.generateDag(context, datasets);
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    return tasks.generateTransformationInstructions(context, datasets);
  }
}
