package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes tasks of visual steps, and visual steps of tasks; the rows stay the same. */
public final class RuleMoves {

  private RuleMoves() {}

  /**
   * Puts the first steps of a task into a task of their own, which the task then reads. It keeps
   * its id and its target, so nothing after it changes.
   *
   * @param count how many steps go
   * @param taken names of datasets that are used elsewhere in the project
   * @throws QarionException if no step would be left on one side
   */
  public static StepEdits.Added split(
      TomlDocument document, TaskId task, int count, Set<String> taken) {
    StepText text = StepText.of(document);
    Task whole = text.get(task);
    List<TomlTableNode> rules = text.rules(task);
    if (count < 1 || count >= rules.size()) {
      throw refused("A step of a task of its own needs others beside it.");
    }
    List<TomlValue.Table> first =
        rules.subList(0, count).stream().map(TomlTableNode::value).toList();
    List<DatasetName> used = used(whole, rules.subList(0, count));
    String name = task.value() + "_" + rules.get(count - 1).string("operation").orElse("step");
    var step =
        new NewStep(name, "", "transformation", Optional.of(name), first, Map.of(), Map.of());
    List<TaskId> makers =
        used.stream().flatMap(source -> text.maker(source).stream()).map(Task::id).toList();
    StepEdits.Added added = StepEdits.add(document, step, makers, taken);
    TomlDocument changed = withSources(added.document(), added.id(), used);
    for (int i = 0; i < count; i++) {
      changed = RuleEdits.remove(changed, task, 0);
    }
    changed = StepGroups.join(changed, added.id(), List.of(task));
    return new StepEdits.Added(rewired(changed, task, added.id(), whole, rules, count), added.id());
  }

  /** What is made outside of the flow is read too. */
  private static TomlDocument withSources(
      TomlDocument document, TaskId task, List<DatasetName> sources) {
    TomlDocument changed = document;
    for (DatasetName source : sources) {
      changed = SourceEdits.add(changed, task, source);
    }
    return changed;
  }

  private static TomlDocument rewired(
      TomlDocument document,
      TaskId task,
      TaskId before,
      Task whole,
      List<TomlTableNode> rules,
      int count) {
    Set<DatasetName> left = new LinkedHashSet<>(named(rules.subList(count, rules.size())));
    DatasetName target = StepText.of(document).get(before).target().orElseThrow();
    TomlDocument changed = document;
    var sources = new ArrayList<>(whole.sources());
    if (!sources.isEmpty()) {
      changed = SourceEdits.replace(changed, task, sources.removeFirst(), Optional.of(target));
    }
    changed = SourceEdits.wait(changed, task, before);
    for (DatasetName source : sources) {
      if (!left.contains(source)) {
        changed = SourceEdits.replace(changed, task, source, Optional.empty());
      }
    }
    for (TaskId waited : whole.dependencies()) {
      Optional<DatasetName> made = StepText.of(document).find(waited).flatMap(Task::target);
      boolean needed = made.isEmpty() || left.contains(made.get());
      if (!needed) {
        changed = SourceEdits.wait(changed, task, waited, List.of());
      }
    }
    return changed;
  }

  /** The main source, and those that the steps name. */
  private static List<DatasetName> used(Task task, List<TomlTableNode> rules) {
    var used = new LinkedHashSet<DatasetName>();
    task.sources().stream().findFirst().ifPresent(used::add);
    List<DatasetName> named = named(rules);
    task.sources().stream().filter(named::contains).forEach(used::add);
    return List.copyOf(used);
  }

  private static List<DatasetName> named(List<TomlTableNode> rules) {
    var named = new ArrayList<String>();
    for (TomlTableNode rule : rules) {
      rule.string("with").ifPresent(named::add);
      named.addAll(rule.strings("with"));
    }
    return named.stream().filter(name -> !name.isBlank()).map(DatasetName::new).toList();
  }

  /** Whether the steps of a task can go to the only task that reads it. */
  public static boolean canMerge(TomlDocument document, TaskId task) {
    return document.isValid() && reader(StepText.of(document), task).isPresent();
  }

  /**
   * Puts the steps of a task before those of the only task that reads it.
   *
   * @throws QarionException if there is no such task
   */
  public static StepEdits.Added merge(TomlDocument document, TaskId task) {
    StepText text = StepText.of(document);
    Task gone = text.get(task);
    Task into =
        reader(text, task)
            .orElseThrow(() ->
                refused(
                    "The steps of '%s' can only go to one visual step that reads nothing else first."
                        .formatted(task)));
    TomlDocument merged = document;
    List<TomlTableNode> rules = text.rules(task);
    for (int i = 0; i < rules.size(); i++) {
      merged = RuleEdits.insert(merged, into.id(), i, rules.get(i).value());
    }
    List<DatasetName> others = gone.sources().stream().skip(1).toList();
    merged = withSources(merged, into.id(), others);
    return new StepEdits.Added(StepEdits.remove(merged, Set.of(task)), into.id());
  }

  private static Optional<Task> reader(StepText text, TaskId task) {
    Optional<DatasetName> target = text.find(task).flatMap(Task::target);
    if (target.isEmpty() || !RuleEdits.isVisual(text.document(), task)) {
      return Optional.empty();
    }
    List<Task> readers =
        text.tasks().stream()
            .filter(other ->
                other.sources().contains(target.get()) || other.dependencies().contains(task))
            .toList();
    return readers.size() == 1
            && RuleEdits.isVisual(text.document(), readers.getFirst().id())
            && readers.getFirst().sources().stream().findFirst().equals(target)
        ? Optional.of(readers.getFirst())
        : Optional.empty();
  }

  private static QarionException refused(String message) {
    return new QarionException(
        Problem.error(
            "edit.rules", Place.UNKNOWN, message, "Add a step beside it, or leave it as it is."));
  }
}
