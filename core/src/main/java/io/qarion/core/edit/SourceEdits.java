package io.qarion.core.edit;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes which datasets and tasks a task names as its inputs, wherever it names them. */
final class SourceEdits {

  static final String ONE = "source_dataset_id";
  static final String SEVERAL = "source_dataset_ids";
  static final String DEPENDENCIES = "dependencies";

  private SourceEdits() {}

  /** Lets a task read one dataset more, after those that it reads. */
  static TomlDocument add(TomlDocument document, TaskId task, DatasetName dataset) {
    StepText text = StepText.of(document);
    var sources = new LinkedHashSet<>(names(text.get(task)));
    return sources.add(dataset.value()) ? write(text, task, List.copyOf(sources)) : document;
  }

  /** Lets a task wait for one more. */
  static TomlDocument wait(TomlDocument document, TaskId task, TaskId before) {
    StepText text = StepText.of(document);
    var waits = new LinkedHashSet<>(text.get(task).dependencies());
    return waits.add(before) ? dependencies(text, task, List.copyOf(waits)) : document;
  }

  /** Lets a task wait for others in the place of one. */
  static TomlDocument wait(
      TomlDocument document, TaskId task, TaskId before, List<TaskId> instead) {
    StepText text = StepText.of(document);
    var waits = new LinkedHashSet<TaskId>();
    for (TaskId each : text.get(task).dependencies()) {
      if (each.equals(before)) {
        waits.addAll(instead);
      } else {
        waits.add(each);
      }
    }
    return dependencies(text, task, List.copyOf(waits));
  }

  /**
   * Lets a task read another dataset in the place of one, in its steps and statement too.
   *
   * @param instead if there is none, steps that bring the dataset in go
   */
  static TomlDocument replace(
      TomlDocument document, TaskId task, DatasetName dataset, Optional<DatasetName> instead) {
    StepText text = StepText.of(document);
    var sources = new LinkedHashSet<String>();
    for (String name : names(text.get(task))) {
      if (name.equals(dataset.value())) {
        instead.map(DatasetName::value).ifPresent(sources::add);
      } else {
        sources.add(name);
      }
    }
    if (List.copyOf(sources).equals(names(text.get(task)))) {
      return document;
    }
    TomlDocument changed = write(text, task, List.copyOf(sources));
    changed = rules(changed, task, dataset.value(), instead.map(DatasetName::value));
    return instead.isPresent()
        ? statement(changed, task, dataset.value(), instead.get().value())
        : changed;
  }

  private static List<String> names(Task task) {
    return task.sources().stream().map(DatasetName::value).toList();
  }

  private static TomlDocument write(StepText text, TaskId task, List<String> sources) {
    TomlPath path = text.path(task);
    TomlDocument document = text.document();
    boolean several = document.find(path.key(SEVERAL)).isPresent();
    boolean one = document.find(path.key(ONE)).isPresent();
    if (sources.isEmpty()) {
      return removed(removed(document, path.key(ONE)), path.key(SEVERAL));
    }
    if (several) {
      return removed(document, path.key(ONE)).set(path.key(SEVERAL), TomlValue.ofStrings(sources));
    }
    if (sources.size() == 1) {
      return document.set(path.key(ONE), TomlValue.of(sources.getFirst()));
    }
    TomlDocument renamed = one ? document.rename(path.key(ONE), SEVERAL) : document;
    return renamed.set(path.key(SEVERAL), TomlValue.ofStrings(sources));
  }

  private static TomlDocument dependencies(StepText text, TaskId task, List<TaskId> waits) {
    TomlPath path = text.path(task).key(DEPENDENCIES);
    return waits.isEmpty()
        ? removed(text.document(), path)
        : text.document()
            .set(path, TomlValue.ofStrings(waits.stream().map(TaskId::value).toList()));
  }

  static TomlDocument removed(TomlDocument document, TomlPath path) {
    return document.find(path).isPresent() ? document.remove(path) : document;
  }

  private static TomlDocument rules(
      TomlDocument document, TaskId task, String dataset, Optional<String> instead) {
    StepText text = StepText.of(document);
    TomlPath rules = text.path(task).key("rules");
    TomlDocument changed = document;
    for (int i = text.rules(task).size() - 1; i >= 0; i--) {
      changed = rule(changed, rules.index(i), text.rules(task).get(i), dataset, instead);
    }
    return changed;
  }

  /** A join names one dataset and a union several. */
  private static TomlDocument rule(
      TomlDocument document,
      TomlPath path,
      TomlTableNode rule,
      String dataset,
      Optional<String> instead) {
    TomlPath with = path.key("with");
    if (rule.string("with").filter(dataset::equals).isPresent()) {
      return instead
          .map(name -> document.set(with, TomlValue.of(name)))
          .orElseGet(() -> document.remove(path));
    }
    List<String> named = rule.strings("with");
    if (!named.contains(dataset)) {
      return document;
    }
    var left = new ArrayList<>(named);
    left.replaceAll(name -> name.equals(dataset) ? instead.orElse("") : name);
    left.removeIf(String::isEmpty);
    return left.isEmpty() ? document.remove(path) : document.set(with, TomlValue.ofStrings(left));
  }

  /** In SQL a dataset stands between braces. */
  static TomlDocument statement(
      TomlDocument document, TaskId task, String dataset, String instead) {
    TomlPath path = StepText.of(document).path(task).key("config").key("sql");
    return document
        .find(path)
        .filter(TomlScalarNode.class::isInstance)
        .map(node -> node.value() instanceof TomlValue.Text(String sql) ? sql : "")
        .map(sql -> named(sql, dataset, instead))
        .map(sql -> document.set(path, TomlValue.of(sql)))
        .orElse(document);
  }

  private static String named(String sql, String dataset, String instead) {
    return Pattern.compile("\\{\\{\\s*" + Pattern.quote(dataset) + "\\s*}}")
        .matcher(sql)
        .replaceAll(Matcher.quoteReplacement("{{ " + instead + " }}"));
  }
}
