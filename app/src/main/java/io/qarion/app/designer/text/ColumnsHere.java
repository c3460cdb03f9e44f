package io.qarion.app.designer.text;

import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.RuleTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the columns that settings at a place of a text speak of. */
final class ColumnsHere {

  private static final String RULES = "tasks.rules";

  private final FlowKnowledge known;
  private final RuleTypes types;

  ColumnsHere(FlowKnowledge known, RuleTypes types) {
    this.types = types;
    this.known = known;
  }

  /** In a rule those before it, elsewhere in a task those of its first source. */
  Schema of(Surroundings around) {
    List<String> sources = sources(around);
    if (around.task().isEmpty()) {
      return known.datasets().values().stream().findFirst().orElse(Schema.EMPTY);
    }
    String id = around.task().map(task -> task.text("id")).orElse("");
    int rule = around.section().name().startsWith(RULES) ? around.rule() : 0;
    return known.columnsBefore(id, sources, rule, types);
  }

  /** Those of the dataset that a join brings. */
  Schema joined(Surroundings around) {
    return known.columns(around.ruleSection().map(rule -> rule.text("with")).orElse(""));
  }

  /** Both sides of a join, for its condition. */
  Schema both(Surroundings around) {
    var columns = new ArrayList<>(of(around).columns());
    joined(around).columns().stream()
        .filter(column -> columns.stream().noneMatch(one -> one.name().equals(column.name())))
        .forEach(columns::add);
    return new Schema(columns);
  }

  Map<String, Schema> datasets() {
    return known.datasets();
  }

  List<String> parameters() {
    return List.copyOf(known.parameters().keySet());
  }

  List<String> sources(Surroundings around) {
    return around
        .task()
        .map(task -> {
          var names = new ArrayList<>(task.texts("source_dataset_ids"));
          names.addAll(task.texts("source_dataset_id"));
          return List.copyOf(names);
        })
        .orElse(List.of());
  }
}
