package io.qarion.app.designer.find;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.edit.FlowNote;
import io.qarion.core.edit.FlowNotes;
import io.qarion.core.edit.StepGroup;
import io.qarion.core.edit.StepGroups;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything in a flow that somebody may look for. */
final class FlowWords {

  /** Said by the step itself. */
  private static final Set<String> NAMES = Set.of("id", "name", "type");

  private final FlowDocument document;
  private final List<Found> found = new ArrayList<>();

  private FlowWords(FlowDocument document) {
    this.document = document;
  }

  static List<Found> of(FlowDocument document) {
    var words = new FlowWords(document);
    words.collect();
    return List.copyOf(words.found);
  }

  private void collect() {
    Flow flow = document.stored().get().flow();
    add(Found.Kind.FLOW, Optional.empty(), flow.name());
    Optional<CompiledFlow> compiled = document.compiled().get();
    var steps = new HashSet<TaskId>();
    compiled.ifPresent(made ->
        made.dag()
            .steps()
            .forEach(node -> {
              steps.add(node.id());
              String id = node.id().value();
              add(
                  Found.Kind.STEP,
                  Optional.of(node.id()),
                  node.title().equals(id) ? id : node.title() + " · " + id);
            }));
    flow.tasks().stream()
        .filter(task -> !steps.contains(task.id()))
        .forEach(task -> add(Found.Kind.STEP, Optional.of(task.id()), task.title()));
    compiled.ifPresent(this::columns);
    for (Problem problem : document.problems()) {
      add(Found.Kind.PROBLEM, step(flow, problem), problem.message());
    }
    drawn();
    settings(flow);
  }

  /** What only the canvas shows: notes, and groups by their first steps. */
  private void drawn() {
    TomlDocument text = document.document();
    for (FlowNote note : FlowNotes.read(text)) {
      note.text()
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> found.add(Found.note(document, note.id(), line.strip())));
    }
    for (StepGroup group : StepGroups.read(text)) {
      add(Found.Kind.GROUP, group.steps().stream().findFirst(), group.name());
    }
  }

  private void columns(CompiledFlow flow) {
    Map<String, TaskId> makers = new HashMap<>();
    flow.dag()
        .steps()
        .forEach(node -> node.writes().forEach(name -> makers.put(name.value(), node.id())));
    for (Dataset dataset : flow.datasets()) {
      String name = dataset.name().value();
      for (Column column : dataset.schema().columns()) {
        add(
            Found.Kind.COLUMN,
            Optional.ofNullable(makers.get(name)),
            column.name() + " · " + column.type().text() + " · " + name);
      }
    }
  }

  private static Optional<TaskId> step(Flow flow, Problem problem) {
    return flow.tasks().stream()
        .filter(task -> problem.place().isWithin(task.path()))
        .map(Task::id)
        .findFirst();
  }

  private void settings(Flow flow) {
    for (Task task : flow.tasks()) {
      int index = flow.tasks().indexOf(task);
      document
          .document()
          .find(TomlPath.of("tasks").index(index))
          .ifPresent(node -> texts(node, Optional.of(task.id()), ""));
    }
    document
        .document()
        .find(TomlPath.of("properties"))
        .ifPresent(node -> texts(node, Optional.empty(), ""));
  }

  private void texts(TomlNode node, Optional<TaskId> step, String key) {
    switch (node) {
      case TomlTableNode table ->
          table
              .children()
              .forEach((name, child) -> {
                if (!NAMES.contains(name) || !key.isEmpty()) {
                  texts(child, step, name);
                }
              });
      case TomlArrayNode array -> array.items().forEach(item -> texts(item, step, key));
      case TomlScalarNode scalar -> {
        if (scalar.value() instanceof TomlValue.Text(String text) && !text.isBlank()) {
          if (key.equals("sql")) {
            text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> add(Found.Kind.SQL, step, line.strip()));
          } else {
            add(Found.Kind.SETTING, step, key + ": " + text);
          }
        }
      }
    }
  }

  private void add(Found.Kind kind, Optional<TaskId> step, String words) {
    found.add(new Found(kind, document, step, words));
  }
}
