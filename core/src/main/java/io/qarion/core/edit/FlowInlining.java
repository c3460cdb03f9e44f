package io.qarion.core.edit;

import io.qarion.core.call.CalledFlow;
import io.qarion.core.call.FlowCall;
import io.qarion.core.flow.Task;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tasks of a flow that take the place of the task which ran it. */
final class FlowInlining {

  /** Settings of a call that its tasks can do without. */
  private static final Set<String> KEPT = Set.of(CalledFlow.SETTING, "variables", "operation");

  /** What a flow may say beside its tasks: its labels, and what is carried over. */
  private static final Set<String> CARRIED =
      Set.of(
          "id",
          "name",
          "flow_type",
          "namespace",
          "description",
          "format_version",
          "variables",
          "tasks",
          "designer");

  private final StepText text;
  private final Task call;
  private final StepText given;
  private final StepText inner;

  FlowInlining(StepText text, TaskId call, StepText given) {
    this.text = text;
    this.call = text.get(call);
    this.given = given;
    check();
    Set<String> taken = new LinkedHashSet<>(StepEdits.ids(text));
    taken.remove(call.value());
    this.inner = StepText.of(StepIds.renamed(given.document(), StepIds.free(given, taken)));
  }

  private void check() {
    if (!call.type().equals(CalledFlow.TYPE)) {
      throw SubFlows.refused(
          "'%s' runs no other flow.".formatted(call.title()), "Choose a step that does.");
    }
    for (String key : call.properties().keys()) {
      boolean asAlways =
          key.equals("run_when") && call.properties().text(key, "").equals("success");
      if (!KEPT.contains(key) && !asAlways) {
        throw SubFlows.refused(
            "'%s' runs its flow with '%s', which steps don't have.".formatted(call.title(), key),
            "Take that setting away first, or leave the flow as it is.");
      }
    }
    for (Task task : text.tasks()) {
      if (StepIds.isInCondition(task, call.id())) {
        throw SubFlows.refused(
            "The condition of '%s' speaks of '%s'.".formatted(task.title(), call.title()),
            "Change the condition first.");
      }
    }
    checkOther();
  }

  private void checkOther() {
    TomlTableNode root = given.document().root();
    String type = root.string("flow_type").orElse("standard");
    String own = text.document().root().string("flow_type").orElse("standard");
    if (given.tasks().isEmpty() || !type.equals(own)) {
      throw SubFlows.refused(
          "The steps of a flow of type '%s' can't be put into one of type '%s'."
              .formatted(type, own),
          "Leave the flow as it is.");
    }
    for (String key : root.keys()) {
      if (!CARRIED.contains(key)) {
        throw SubFlows.refused(
            "The flow has settings of its own, which steps don't have: '%s'.".formatted(key),
            "Take them away first, or leave the flow as it is.");
      }
    }
  }

  SubFlows.Inlined inlined() {
    List<TaskId> steps = inner.tasks().stream().map(Task::id).toList();
    TomlDocument excerpt = StepClipboard.excerpt(inner, Set.copyOf(steps));
    int index = text.tasks().indexOf(call);
    List<TaskId> ends = new StepOrder(inner).last().stream().map(Task::id).toList();
    TomlDocument placed = placed(text.document());
    placed = grouped(placed);
    placed = placed.remove(StepText.of(placed).path(call.id()));
    placed = StepGeometry.without(placed, call.id());
    placed = StepGroups.without(placed, call.id());
    placed = placed.insertAll(StepText.TASKS, index, excerpt);
    placed = waiting(placed, steps, ends);
    return new SubFlows.Inlined(withVariables(placed), steps);
  }

  /**
   * What waited for the flow waits for its last tasks, and what the flow waited for comes first.
   */
  private TomlDocument waiting(TomlDocument document, List<TaskId> steps, List<TaskId> ends) {
    TomlDocument waiting = document;
    var now = new StepOrder(StepText.of(document));
    for (Task task : now.text().tasks()) {
      if (steps.contains(task.id())) {
        boolean isFirst = new StepOrder(inner).before(inner.get(task.id())).isEmpty();
        for (TaskId before : isFirst ? call.dependencies() : List.<TaskId>of()) {
          waiting = SourceEdits.wait(waiting, task.id(), before);
        }
      } else if (task.dependencies().contains(call.id())) {
        waiting = SourceEdits.wait(waiting, task.id(), call.id(), ends);
      } else {
        continue;
      }
      for (TaskId maker : now.makers(task)) {
        waiting = SourceEdits.wait(waiting, task.id(), maker);
      }
    }
    return waiting;
  }

  /** Around the place of the task, as they stood around their middle. */
  private TomlDocument placed(TomlDocument document) {
    Optional<StepGeometry.Place> at =
        Optional.ofNullable(StepGeometry.places(document, List.of(call.id())).get(call.id()));
    Map<TaskId, StepGeometry.Place> places =
        StepGeometry.places(inner.document(), inner.tasks().stream().map(Task::id).toList());
    Optional<StepGeometry.Place> middle = StepGeometry.middle(inner.document(), places.keySet());
    TomlDocument placed = document;
    if (middle.isPresent()) {
      StepGeometry.Place to = at.orElse(middle.get());
      for (var entry : places.entrySet()) {
        placed =
            StepGeometry.put(
                placed,
                entry.getKey(),
                new StepGeometry.Place(
                    entry.getValue().x() + to.x() - middle.get().x(),
                    entry.getValue().y() + to.y() - middle.get().y()));
      }
    }
    return placed;
  }

  /** In the group of the task, or else in those that they were in. */
  private TomlDocument grouped(TomlDocument document) {
    TomlDocument grouped = document;
    boolean isIn =
        StepGroups.read(document).stream().anyMatch(group -> group.steps().contains(call.id()));
    if (isIn) {
      for (Task task : inner.tasks()) {
        grouped = StepGroups.join(grouped, task.id(), List.of(call.id()));
      }
      return grouped;
    }
    for (StepGroup group : StepGroups.read(inner.document())) {
      grouped = StepGroups.make(grouped, group.name(), group.steps()).document();
    }
    return grouped;
  }

  private TomlDocument withVariables(TomlDocument document) {
    var values = new LinkedHashMap<String, TomlValue>();
    for (String name : FlowVariables.names(inner.document())) {
      values.put(name, FlowVariables.get(inner.document(), name));
    }
    handed().forEach(values::put);
    TomlDocument changed = document;
    for (var entry : values.entrySet()) {
      changed = withVariable(changed, entry.getKey(), entry.getValue());
    }
    return changed;
  }

  private TomlDocument withVariable(TomlDocument document, String name, TomlValue value) {
    if (value.equals(TomlValue.of(FlowCall.REFERENCE + name))) {
      return document;
    }
    Optional<TomlValue> known = FlowVariables.find(document, name);
    boolean isUsed = known.isEmpty() && FlowVariables.isUsed(name, text.document().text());
    if (isUsed || known.filter(own -> !own.equals(value)).isPresent()) {
      throw SubFlows.refused(
          "Both flows have a variable '%s', with other values.".formatted(name),
          "Give one of them another name first.");
    }
    return known.isPresent() ? document : FlowVariables.set(document, name, value);
  }

  private Map<String, TomlValue> handed() {
    TomlPath path = text.path(call.id()).key("properties").key("variables");
    return text.document().find(path).map(TomlNode::value).stream()
        .filter(TomlValue.Table.class::isInstance)
        .map(TomlValue.Table.class::cast)
        .findFirst()
        .map(TomlValue.Table::entries)
        .orElse(Map.of());
  }
}
