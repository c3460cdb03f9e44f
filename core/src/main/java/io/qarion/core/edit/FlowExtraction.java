package io.qarion.core.edit;

import static java.util.stream.Collectors.toCollection;

import io.qarion.core.call.CalledFlow;
import io.qarion.core.call.FlowCall;
import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tasks that become a flow of their own. */
final class FlowExtraction {

  private final StepText text;
  private final StepOrder order;
  private final Set<TaskId> steps;
  private final FlowId id;
  private final String name;
  private final TaskId call;
  private final Set<String> variables;

  FlowExtraction(StepText text, Set<TaskId> steps, FlowId id, String name) {
    this.text = text;
    this.order = new StepOrder(text);
    this.steps = Set.copyOf(steps);
    this.id = id;
    this.name = name;
    check();
    Set<String> others =
        outside().stream().map(task -> task.id().value()).collect(toCollection(LinkedHashSet::new));
    this.call = new TaskId(StepEdits.free(id.value(), others));
    this.variables = FlowVariables.used(text.document(), excerpt().text());
  }

  private void check() {
    if (steps.isEmpty()) {
      throw SubFlows.refused("A flow needs steps.", "Choose some first.");
    }
    steps.forEach(text::get);
    order
        .between(steps)
        .ifPresent(task -> {
          throw SubFlows.refused(
              "'%s' comes after some of these steps and before others.".formatted(task.title()),
              "Choose it as well, or fewer steps.");
        });
    for (Task task : text.tasks()) {
      boolean isInside = steps.contains(task.id());
      checkBatches(task);
      for (Task other : text.tasks()) {
        if (isInside != steps.contains(other.id()) && StepIds.isInCondition(task, other.id())) {
          throw SubFlows.refused(
              "The condition of '%s' speaks of '%s', which would be in another flow."
                  .formatted(task.title(), other.title()),
              "Choose both or none of them, or change the condition.");
        }
      }
    }
  }

  /** The rows of a batch are known in the flow whose batch it is. */
  private void checkBatches(Task task) {
    if (task.properties().text("processing_type", "").equals("INCREMENTAL")) {
      task.sources().stream()
          .findFirst()
          .flatMap(text::maker)
          .filter(maker -> steps.contains(maker.id()) != steps.contains(task.id()))
          .ifPresent(maker -> {
            throw SubFlows.refused(
                "'%s' takes the rows of each batch from '%s', which would be in another flow."
                    .formatted(task.title(), maker.title()),
                "Choose both or none of them.");
          });
    }
  }

  SubFlows.Extracted extracted() {
    return new SubFlows.Extracted(rest(), made(), call, reads(), gives());
  }

  private List<Task> inside() {
    return text.tasks().stream().filter(task -> steps.contains(task.id())).toList();
  }

  private List<Task> outside() {
    return text.tasks().stream().filter(task -> !steps.contains(task.id())).toList();
  }

  private TomlDocument excerpt() {
    return StepClipboard.excerpt(text, steps);
  }

  private TomlDocument made() {
    TomlTableNode root = text.document().root();
    TomlDocument made =
        TomlDocument.parse("", "")
            .set(TomlPath.of("id"), TomlValue.of(id.value()))
            .set(TomlPath.of("name"), TomlValue.of(name))
            .set(
                TomlPath.of("flow_type"),
                TomlValue.of(root.string("flow_type").orElse("standard")));
    if (root.string("namespace").isPresent()) {
      made =
          made.set(TomlPath.of("namespace"), TomlValue.of(root.string("namespace").orElseThrow()));
    }
    for (String variable : variables) {
      made = FlowVariables.set(made, variable, FlowVariables.get(text.document(), variable));
    }
    made = made.insertAll(StepText.TASKS, 0, excerpt());
    for (Task task : inside()) {
      for (TaskId before : task.dependencies()) {
        if (!steps.contains(before)) {
          made = SourceEdits.wait(made, task.id(), before, List.of());
        }
      }
    }
    made = StepGeometry.carried(text.document(), made, steps);
    for (StepGroup group : StepGroups.read(text.document())) {
      List<TaskId> members = group.steps().stream().filter(steps::contains).toList();
      if (!members.isEmpty() && members.size() < steps.size()) {
        made = StepGroups.make(made, group.name(), members).document();
      }
    }
    return made;
  }

  private TomlDocument rest() {
    TomlDocument rest = text.document();
    for (Task task : outside()) {
      for (TaskId before : order.before(task)) {
        if (steps.contains(before)) {
          rest = SourceEdits.wait(rest, task.id(), before, List.of(call));
          rest = SourceEdits.wait(rest, task.id(), call);
        }
      }
    }
    List<StepGroup> around =
        StepGroups.read(rest).stream().filter(group -> group.steps().containsAll(steps)).toList();
    Optional<StepGeometry.Place> place = StepGeometry.middle(rest, steps);
    if (place.isPresent()) {
      rest = StepGeometry.put(rest, call, place.get());
    }
    int index = (int) text.tasks().stream().takeWhile(task -> !steps.contains(task.id())).count();
    for (TaskId step : steps) {
      rest = rest.remove(StepText.of(rest).path(step));
      rest = step.equals(call) ? rest : StepGeometry.without(rest, step);
      rest = StepGroups.without(rest, step);
    }
    rest = rest.insert(StepText.TASKS, index, new TomlValue.Table(callEntries()));
    for (StepGroup group : around) {
      List<TaskId> left = group.steps().stream().filter(step -> !steps.contains(step)).toList();
      rest = StepGroups.join(rest, call, left);
    }
    return rest;
  }

  private Map<String, TomlValue> callEntries() {
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put("id", TomlValue.of(call.value()));
    entries.put("name", TomlValue.of(name));
    entries.put("type", TomlValue.of(CalledFlow.TYPE));
    List<String> before = order.beforeAll(steps).stream().map(TaskId::value).toList();
    if (!before.isEmpty()) {
      entries.put(SourceEdits.DEPENDENCIES, TomlValue.ofStrings(before));
    }
    var properties = new LinkedHashMap<String, TomlValue>();
    properties.put(CalledFlow.SETTING, TomlValue.of(id.value()));
    if (!variables.isEmpty()) {
      var handed = new LinkedHashMap<String, TomlValue>();
      variables.forEach(each -> handed.put(each, TomlValue.of(FlowCall.REFERENCE + each)));
      properties.put("variables", new TomlValue.Table(handed).inlined());
    }
    entries.put("properties", new TomlValue.Table(properties));
    return entries;
  }

  /** Datasets that one side makes and the other reads. */
  private List<DatasetName> reads() {
    return passed(inside(), maker -> !steps.contains(maker));
  }

  private List<DatasetName> gives() {
    return passed(outside(), steps::contains);
  }

  private List<DatasetName> passed(List<Task> readers, Predicate<TaskId> from) {
    return readers.stream()
        .flatMap(task -> task.sources().stream())
        .distinct()
        .filter(source -> text.maker(source).filter(task -> from.test(task.id())).isPresent())
        .toList();
  }
}
