package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.rename.TypeDifference.Retyped;
import io.qarion.core.expression.ValueType;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.JoinRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other types of columns mean for the steps that read them. */
final class TypeSpread {

  private final Map<String, TextChanges> texts;
  private final Known before;
  private final Known after;
  private final TypeDifference difference;
  private final List<Change> toLookAt = new ArrayList<>();

  /**
   * @param before what was known of the texts as they were
   * @param after what is known of them with the new type
   */
  TypeSpread(Map<String, TextChanges> texts, Known before, Known after) {
    this.texts = texts;
    this.before = before;
    this.after = after;
    this.difference = TypeDifference.between(before.schemas(), after.schemas());
  }

  /** Writes what is certain; false if there was nothing. */
  boolean write() {
    boolean wrote = new ExpectedTypes(texts.values(), difference).write();
    for (TextChanges text : texts.values()) {
      for (Step step : Step.of(text)) {
        if (step.reads().stream().anyMatch(difference.datasets()::containsKey)) {
          wrote |= read(step);
        }
      }
    }
    return wrote;
  }

  /** What stays and may mean something else now. */
  List<Change> toLookAt() {
    return List.copyOf(toLookAt);
  }

  /** Columns that got another type by it, in the order of the steps that make them. */
  List<Change> consequences() {
    var left = new LinkedHashMap<>(difference.datasets());
    var changes = new ArrayList<Change>();
    for (TextChanges text : texts.values()) {
      for (Step step : Step.of(text)) {
        Optional<String> target = step.target();
        target
            .map(left::remove)
            .ifPresent(columns ->
                columns.forEach(each ->
                    changes.add(
                        consequence(text.file(), step.path().toString(), target.get(), each))));
      }
    }
    left.forEach((dataset, columns) ->
        columns.forEach(each -> changes.add(consequence("", dataset, dataset, each))));
    return changes;
  }

  private static Change consequence(String file, String place, String dataset, Retyped column) {
    String told =
        "%s.%s: %s → %s"
            .formatted(dataset, column.column(), column.before().text(), column.after().text());
    return new Change(file, place, "", "", false, told);
  }

  private boolean read(Step step) {
    if (step.sql().isPresent()) {
      statement(step);
      return false;
    }
    List<TaskRule> rules = step.now().rules();
    if (rules.size() != step.ruleTables().size()) {
      return false;
    }
    List<Schema> was = columns(step, before);
    List<Schema> is = columns(step, after);
    declared(step, was.getLast(), is.getLast());
    boolean wrote = false;
    for (int i = rules.size() - 1; i >= 0; i--) {
      List<Retyped> changed = TypeDifference.between(was.get(i), is.get(i));
      toLookAt.addAll(new IdleCasts(step.text().file(), changed).in(step.ruleTables().get(i)));
      switch (rules.get(i)) {
        case TaskRule.Known(CastColumns cast) -> wrote |= dropIdle(step, i, cast, changed);
        case TaskRule.Known(JoinRows join) -> join(step, i, join, was.get(i), is.get(i));
        case TaskRule.Known _, TaskRule.Named _, TaskRule.Off _ -> {}
      }
    }
    return wrote;
  }

  private static List<Schema> columns(Step step, Known known) {
    var sources = new LinkedHashMap<String, Schema>();
    step.reads().forEach(dataset -> sources.put(dataset, known.schema(dataset)));
    return TaskRules.columns(step.now().rules(), known.ruleTypes(), sources, Map.of());
  }

  /** Casts to the type that a column has by now change nothing. */
  private static boolean dropIdle(Step step, int rule, CastColumns cast, List<Retyped> changed) {
    List<String> idle =
        changed.stream()
            .filter(each -> each.after().equals(cast.types().get(each.column())))
            .map(Retyped::column)
            .toList();
    idle.forEach(column -> Casts.drop(step.text(), step.rules().index(rule), column));
    return !idle.isEmpty();
  }

  /**
   * Checks refuse types that can't be compared; those that can, but differ, are slower or lossy.
   */
  private void join(Step step, int rule, JoinRows join, Schema was, Schema is) {
    if (!(join.match() instanceof JoinRows.OnPairs(List<JoinRows.Pair> pairs))) {
      return;
    }
    for (JoinRows.Pair pair : pairs) {
      Optional<DataType> left = type(is, pair.left());
      Optional<DataType> right = type(after.schema(join.with()), pair.right());
      boolean same = type(was, pair.left()).equals(type(before.schema(join.with()), pair.right()));
      if (same && left.isPresent() && right.isPresent() && areComparable(left.get(), right.get())) {
        look(
            step,
            ".rules[" + rule + "].on",
            "The join compares '%s' (%s) with '%s' (%s) now."
                .formatted(pair.left(), left.get().text(), pair.right(), right.get().text()));
      }
    }
  }

  private static boolean areComparable(DataType left, DataType right) {
    return !left.equals(right)
        && ValueType.common(ValueType.of(left), ValueType.of(right)).isPresent();
  }

  private static Optional<DataType> type(Schema schema, String column) {
    return schema.find(column).map(Column::type);
  }

  /** A file that declares what a step makes keeps its word, which the step may break now. */
  private void declared(Step step, Schema was, Schema is) {
    String target = step.target().orElse("");
    if (texts.values().stream().noneMatch(text -> text.declares(target))) {
      return;
    }
    for (Retyped each : TypeDifference.between(was, is)) {
      type(after.schema(target), each.column())
          .filter(declared -> !declared.equals(each.after()))
          .ifPresent(declared ->
              look(
                  step,
                  ".target_dataset_id",
                  "The step makes '%s' as %s now, and '%s' is declared with %s."
                      .formatted(each.column(), each.after().text(), target, declared.text())));
    }
  }

  private void statement(Step step) {
    var words = new Words(step.sql().orElseThrow());
    step.reads().stream()
        .flatMap(dataset -> difference.of(dataset).stream())
        .filter(each -> words.has(each.column()))
        .forEach(each ->
            look(
                step,
                ".config.sql",
                "The statement reads '%s', which is %s now instead of %s."
                    .formatted(each.column(), each.after().text(), each.before().text())));
  }

  private void look(Step step, String below, String reason) {
    toLookAt.add(Change.look(step.text().file(), step.path() + below, reason));
  }
}
