package io.qarion.core.edit.rename;

import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A task in the text of its flow. */
record Step(TextChanges text, int index, Task task) {

  static final TomlPath TASKS = TomlPath.of("tasks");

  static List<Step> of(TextChanges text) {
    List<Task> tasks = flow(text.document()).tasks();
    var steps = new ArrayList<Step>();
    for (int i = 0; i < tasks.size(); i++) {
      steps.add(new Step(text, i, tasks.get(i)));
    }
    return steps;
  }

  static Flow flow(TomlDocument document) {
    return FlowToml.read(document).flow();
  }

  /**
   * A task that was written by hand.
   *
   * @throws QarionException if there is none of that id
   */
  static Step of(Map<String, TextChanges> texts, String file, TaskId task) {
    return Optional.ofNullable(texts.get(file)).stream()
        .flatMap(text -> of(text).stream())
        .filter(each -> each.task().id().equals(task))
        .findFirst()
        .orElseThrow(() ->
            ProjectChange.refused(
                file,
                "",
                "There is no task '%s' that was written by hand.".formatted(task),
                "Columns that a flow's type makes are as its settings say."));
  }

  /**
   * Checks that no other step writes the same dataset, so that both would have to change.
   *
   * @throws QarionException if one does
   */
  void checkOnlyMaker(Collection<TextChanges> texts) {
    List<String> makers =
        texts.stream()
            .flatMap(each -> of(each).stream())
            .filter(step -> step.target().equals(target()))
            .map(Step::title)
            .toList();
    if (makers.size() > 1) {
      throw ProjectChange.refused(
          text.file(),
          path().toString(),
          "Several steps write the dataset '%s': %s."
              .formatted(target().orElse(""), String.join(", ", makers)),
          "Give them datasets of their own first, or change the column in each text.");
    }
  }

  /** The same task in another state of its text. */
  Step in(TextChanges other) {
    return new Step(other, index, task);
  }

  TomlPath path() {
    return TASKS.index(index);
  }

  TomlPath rules() {
    return path().key("rules");
  }

  TomlPath sqlPath() {
    return path().key("config").key("sql");
  }

  Optional<String> sql() {
    return text.text(sqlPath());
  }

  /** The tables of its visual steps as they are written now. */
  List<TomlTableNode> ruleTables() {
    return text.table(path()).map(table -> table.tables("rules")).orElse(List.of());
  }

  /** The task as its text says now. */
  Task now() {
    return FlowToml.task(text.document(), index);
  }

  Optional<String> target() {
    return task.target().map(DatasetName::value);
  }

  /** The datasets that it reads, the main one first. */
  Set<String> reads() {
    var reads = new LinkedHashSet<String>();
    task.sources().forEach(source -> reads.add(source.value()));
    for (TomlTableNode rule : ruleTables()) {
      if (joins(rule.string("operation").orElse(""))) {
        rule.string("with").ifPresent(reads::add);
        reads.addAll(rule.strings("with"));
      }
    }
    sql().ifPresent(sql -> reads.addAll(Statements.datasets(sql)));
    text.table(path().key("config"))
        .map(config -> config.tables("checks"))
        .orElse(List.of())
        .forEach(check ->
            check
                .table("config")
                .flatMap(config -> config.string("dataset_id"))
                .ifPresent(reads::add));
    return reads;
  }

  static boolean joins(String operation) {
    return operation.equals("join") || operation.equals("union");
  }

  /** As messages call it. */
  String title() {
    return task.title();
  }
}
