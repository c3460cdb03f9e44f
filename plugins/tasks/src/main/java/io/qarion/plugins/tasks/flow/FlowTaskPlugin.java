package io.qarion.plugins.tasks.flow;

import io.qarion.core.call.RunWhen;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.plugin.TaskTypePlugin;
import java.util.List;
import java.util.Optional;

/** Runs another flow of the project. */
public final class FlowTaskPlugin implements TaskTypePlugin {

  @Override
  public String taskType() {
    return "flow";
  }

  @Override
  public String name() {
    return "Run a flow";
  }

  @Override
  public String description() {
    return "Runs another flow of the project, and again if it fails and you say so.";
  }

  @Override
  public StepType stepType() {
    return StepType.FLOW;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.required(CallSettings.FLOW, Simple.TEXT, "The flow that is run."),
        PropertyDeclaration.choice(
            CallSettings.RUN_WHEN,
            "How the tasks before it must have ended.",
            RunWhen.words().toArray(String[]::new)),
        PropertyDeclaration.optional(
            CallSettings.CONDITION,
            Simple.EXPRESSION,
            "",
            "What must hold as well, such as tasks.load.rows_written > 0."),
        PropertyDeclaration.optional(
            CallSettings.RETRIES, Simple.INTEGER, "0", "How often a failed run is tried again."),
        PropertyDeclaration.optional(
            CallSettings.RETRY_DELAY, Simple.TEXT, "0s", "The pause before that, such as 30s."),
        PropertyDeclaration.optional(
            CallSettings.TIMEOUT, Simple.TEXT, "", "After which a run is stopped, such as 15m."),
        PropertyDeclaration.optional(
            CallSettings.VARIABLES,
            Simple.VALUE,
            "",
            "Values for its variables; \":name\" stands for a variable of this flow."),
        PropertyDeclaration.optional("operation", Simple.TEXT, "", "What the task does."));
  }

  @Override
  public List<PropertyDeclaration> config() {
    return List.of();
  }

  @Override
  public List<Dataset> generateDatasets(Task task, FlowContext context, DatasetCatalog datasets) {
    new CallSettings(task, context).check();
    return List.of();
  }

  @Override
  public Optional<StepWork> instruction(Task task, FlowContext context, DatasetCatalog datasets) {
    return new CallSettings(task, context).call();
  }
}
