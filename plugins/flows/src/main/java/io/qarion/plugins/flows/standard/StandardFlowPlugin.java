package io.qarion.plugins.flows.standard;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A flow of tasks that the user wrote. */
public final class StandardFlowPlugin implements FlowPlugin {

  @Override
  public String flowType() {
    return "standard";
  }

  @Override
  public String name() {
    return "Standard";
  }

  @Override
  public String description() {
    return "Loads, transforms, checks and exports data in tasks of your own.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of();
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    checkTypes(context);
    Map<TaskId, Task> tasks = enabled(context.flow());
    var made = new ArrayList<Dataset>();
    for (DagNode node : graph(context).build().steps()) {
      Task task = tasks.get(node.id());
      if (task != null) {
        List<Dataset> datasets =
            context
                .taskTypes()
                .find(task.type())
                .map(plugin -> plugin.generateDatasets(task, context, catalog(context, made)))
                .orElse(List.of());
        made.addAll(datasets);
      }
    }
    return made;
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    FlowDagBuilder builder = graph(context);
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    var works = new LinkedHashMap<TaskId, StepWork>();
    for (Task task : enabled(context.flow()).values()) {
      context
          .taskTypes()
          .find(task.type())
          .flatMap(plugin -> plugin.instruction(task, context, datasets))
          .ifPresent(work -> works.put(task.id(), work));
    }
    return works;
  }

  private static DatasetCatalog catalog(FlowContext context, List<Dataset> made) {
    return context.datasets().with(made);
  }

  private static Map<TaskId, Task> enabled(Flow flow) {
    var tasks = new LinkedHashMap<TaskId, Task>();
    flow.tasks().stream().filter(Task::enabled).forEach(task -> tasks.putIfAbsent(task.id(), task));
    return tasks;
  }

  private static FlowDagBuilder graph(FlowContext context) {
    Flow flow = context.flow();
    DatasetCatalog known = context.datasets();
    var builder = new FlowDagBuilder();
    var written = new HashMap<DatasetName, TaskId>();
    List<Task> tasks = flow.tasks().stream().filter(Task::enabled).toList();
    tasks.forEach(task -> task.target().ifPresent(name -> written.put(name, task.id())));
    builder.existing(
        known.datasets().keySet().stream().filter(name -> !written.containsKey(name)).toList());
    for (Task task : tasks) {
      builder.step(
          new DagNode(
              task.id(),
              context
                  .taskTypes()
                  .find(task.type())
                  .map(TaskTypePlugin::stepType)
                  .orElse(StepType.TRANSFORMATION),
              task.title(),
              Set.copyOf(task.sources()),
              task.target().map(Set::of).orElse(Set.of()),
              task.path()));
    }
    Set<TaskId> disabled =
        Set.copyOf(flow.tasks().stream().filter(task -> !task.enabled()).map(Task::id).toList());
    for (Task task : tasks) {
      task.dependencies().stream()
          .filter(before -> !disabled.contains(before))
          .forEach(before -> builder.dependency(task.id(), before));
    }
    return builder;
  }

  private static void checkTypes(FlowContext context) {
    for (Task task : context.flow().tasks()) {
      if (context.taskTypes().find(task.type()).isEmpty()) {
        List<String> types = context.taskTypes().names();
        String place = task.path() + ".type";
        context.report(
            Problem.error(
                    "task.type",
                    Place.of(place),
                    "Task '%s' has the unknown type '%s'.".formatted(task.id(), task.type()),
                    "Write one of: " + String.join(", ", types) + ".")
                .with(QuickFix.replacements(place, task.type(), types)));
      }
    }
    if (context.flow().tasks().isEmpty()) {
      context.report(
          Problem.hint(
              "flow.empty",
              Place.of("tasks"),
              "The flow has no tasks.",
              "Add [[tasks]] with an id and a type."));
    }
  }
}
