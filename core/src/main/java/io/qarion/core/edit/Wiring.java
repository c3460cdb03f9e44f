package io.qarion.core.edit;

import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.plugin.TaskTypes;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws and takes away the edges of a flow: that a task waits for another and reads what that
 * writes.
 */
public record Wiring(TaskTypes types) {

  /**
   * Why no edge can be drawn from a task to another; empty if it can.
   *
   * @throws QarionException if one of them was not written by hand
   */
  public Optional<Problem> refusal(TomlDocument document, TaskId from, TaskId to) {
    StepText text = StepText.of(document);
    text.get(from);
    return refusal(text, from, text.get(to));
  }

  /** The tasks to which an edge can be drawn; none from a task that was not written by hand. */
  public Set<TaskId> targets(TomlDocument document, TaskId from) {
    StepText text = StepText.of(document);
    var targets = new LinkedHashSet<TaskId>();
    if (text.find(from).isPresent()) {
      for (Task task : text.tasks()) {
        if (refusal(text, from, task).isEmpty()) {
          targets.add(task.id());
        }
      }
    }
    return targets;
  }

  private Optional<Problem> refusal(StepText text, TaskId from, Task target) {
    TaskId to = target.id();
    if (from.equals(to)) {
      return refused("edit.itself", "A step can't wait for itself.", "Draw to another step.");
    }
    if (target.dependencies().contains(from)) {
      return refused(
          "edit.connected",
          "'%s' already goes to '%s'.".formatted(from, to),
          "Draw from another step, or choose the edge to take it away.");
    }
    if (stepType(target) == StepType.INGESTION) {
      return refused(
          "edit.no_input",
          "'%s' reads files: no rows go into it.".formatted(target.title()),
          "Draw to a step that takes rows.");
    }
    List<TaskId> circle = way(text, to, from);
    return circle.isEmpty()
        ? Optional.empty()
        : refused(
            "edit.circle",
            "That would make a circle: %s."
                .formatted(circle.stream().map(TaskId::value).collect(Collectors.joining(" → "))),
            "Take one of these edges away first.");
  }

  /**
   * Lets a task wait for another and read what that writes. A second input of a visual
   * transformation is joined where columns look as if they belonged together.
   *
   * @param schemas columns of datasets, as far as they are known
   * @throws QarionException if that is refused
   */
  public TomlDocument connect(
      TomlDocument document,
      TaskId from,
      TaskId to,
      Function<DatasetName, Optional<Schema>> schemas) {
    refusal(document, from, to)
        .ifPresent(problem -> {
          throw new QarionException(problem);
        });
    StepText text = StepText.of(document);
    Task target = text.get(to);
    Optional<DatasetName> dataset = text.get(from).target();
    TomlDocument wired = SourceEdits.wait(document, to, from);
    if (dataset.isEmpty() || !takesAnother(target) || target.sources().contains(dataset.get())) {
      return wired;
    }
    wired = SourceEdits.add(wired, to, dataset.get());
    return target.sources().isEmpty() || !isVisual(target)
        ? wired
        : joined(wired, target, dataset.get(), schemas);
  }

  /** Takes an edge away: the task neither waits for the other nor reads what that writes. */
  public TomlDocument disconnect(TomlDocument document, TaskId from, TaskId to) {
    Optional<DatasetName> dataset = StepText.of(document).get(from).target();
    TomlDocument without = SourceEdits.wait(document, to, from, List.of());
    return dataset.isPresent()
        ? SourceEdits.replace(without, to, dataset.get(), Optional.empty())
        : without;
  }

  /**
   * Puts a step onto an edge: it reads what comes from one end, and the other end reads it.
   *
   * @throws QarionException if one of the two edges is refused
   */
  public TomlDocument splice(
      TomlDocument document,
      TaskId step,
      TaskId from,
      TaskId to,
      Function<DatasetName, Optional<Schema>> schemas) {
    StepText text = StepText.of(document);
    Task between = text.get(step);
    Optional<DatasetName> before = text.get(from).target();
    TomlDocument spliced =
        between.dependencies().contains(from) ? document : connect(document, from, step, schemas);
    spliced = SourceEdits.wait(spliced, to, from, List.of(step));
    if (before.isPresent() && between.target().isPresent()) {
      spliced = SourceEdits.replace(spliced, to, before.get(), between.target());
    }
    return checked(spliced, step, to);
  }

  /** Whether rows may still go into a task, beside those that do. */
  boolean takesAnother(Task task) {
    return switch (stepType(task)) {
      case INGESTION, FLOW -> false;
      case TRANSFORMATION -> true;
      case QUALITY_CHECK, EXPORT, RELAY -> task.sources().isEmpty();
    };
  }

  StepType stepType(Task task) {
    return types.find(task.type()).map(TaskTypePlugin::stepType).orElse(StepType.TRANSFORMATION);
  }

  private static TomlDocument checked(TomlDocument document, TaskId step, TaskId to) {
    List<TaskId> circle = way(StepText.of(document), to, step);
    if (!circle.isEmpty()) {
      throw new QarionException(
          Problem.error(
              "edit.circle",
              Place.UNKNOWN,
              "'%s' can't stand before '%s', which it waits for.".formatted(step, to),
              "Choose another edge."));
    }
    return document;
  }

  private static boolean isVisual(Task task) {
    return !task.config().has("sql");
  }

  private static TomlDocument joined(
      TomlDocument document,
      Task target,
      DatasetName dataset,
      Function<DatasetName, Optional<Schema>> schemas) {
    StepText text = StepText.of(document);
    List<TomlTableNode> rules = text.rules(target.id());
    DatasetName first = target.sources().getFirst();
    var inputs =
        List.of(
            new StepDrafts.Input(first, schemas.apply(first).orElse(Schema.EMPTY)),
            new StepDrafts.Input(dataset, schemas.apply(dataset).orElse(Schema.EMPTY)));
    TomlValue.Table join = StepDrafts.rule("join", inputs);
    TomlPath path = text.path(target.id()).key("rules");
    for (int i = 0; i < rules.size(); i++) {
      String operation = rules.get(i).string("operation").orElse("");
      if (operation.equals("join") && rules.get(i).string("with").orElse("").isBlank()) {
        return filled(document, path.index(i), rules.get(i), join);
      }
      if (operation.equals("union")) {
        var with = new ArrayList<>(rules.get(i).strings("with"));
        with.removeIf(String::isBlank);
        with.add(dataset.value());
        return document.set(path.index(i).key("with"), TomlValue.ofStrings(with));
      }
    }
    return document.insert(path, rules.size(), join);
  }

  /** A join that was waiting for its other side; what it says already stays. */
  private static TomlDocument filled(
      TomlDocument document, TomlPath path, TomlTableNode rule, TomlValue.Table join) {
    TomlDocument filled = document;
    for (Map.Entry<String, TomlValue> entry : join.entries().entrySet()) {
      String key = entry.getKey();
      boolean open = key.equals("with") || !rule.has(key);
      if (open && !(key.equals("on") && rule.has("condition"))) {
        filled = filled.set(path.key(key), entry.getValue());
      }
    }
    return filled;
  }

  /** The tasks on the way from one to another, both included; empty if there is none. */
  private static List<TaskId> way(StepText text, TaskId from, TaskId to) {
    return way(text, from, to, new HashSet<>());
  }

  private static List<TaskId> way(StepText text, TaskId from, TaskId to, Set<TaskId> seen) {
    if (from.equals(to)) {
      return List.of(to);
    }
    List<TaskId> before = text.find(to).map(Task::dependencies).orElse(List.of());
    for (TaskId each : before) {
      if (seen.add(each)) {
        List<TaskId> found = way(text, from, each, seen);
        if (!found.isEmpty()) {
          var longer = new ArrayList<>(found);
          longer.add(to);
          return longer;
        }
      }
    }
    return List.of();
  }

  private static Optional<Problem> refused(String code, String message, String fix) {
    return Optional.of(Problem.error(code, Place.UNKNOWN, message, fix));
  }
}
