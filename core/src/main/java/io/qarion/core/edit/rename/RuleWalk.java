package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.ColumnSteps;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.transform.JoinRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Takes new names of columns through the visual steps of a task. After each step the columns are
 * what they were before, one by one, and only their names may differ: where that can't be, the
 * renaming is refused.
 */
final class RuleWalk {

  private final Step step;
  private final Known known;
  private final Map<String, Map<String, String>> datasets;
  private final SequencedMap<String, Schema> sources = new LinkedHashMap<>();
  private final SequencedMap<String, Schema> renamedSources = new LinkedHashMap<>();
  private final List<TaskRule> rules;
  private final List<Schema> columns;
  private Map<String, String> names;

  /** Place of the step that is looked at, in the text as it is now. */
  private int at;

  /**
   * A walk from the first step.
   *
   * @param datasets new names of columns by dataset, old to new
   */
  RuleWalk(Step step, Known known, Map<String, Map<String, String>> datasets) {
    this.step = step;
    this.known = known;
    this.datasets = datasets;
    for (String dataset : step.reads()) {
      Map<String, String> its = datasets.getOrDefault(dataset, Map.of());
      Schema schema = schema(dataset, its);
      sources.put(dataset, schema);
      renamedSources.put(dataset, renamed(schema, its));
    }
    this.rules = step.task().rules();
    this.columns = columns(sources);
    this.names =
        sources.isEmpty()
            ? Map.of()
            : datasets.getOrDefault(sources.firstEntry().getKey(), Map.of());
  }

  /** Of a dataset that nobody knows, at least those that are renamed are there. */
  private Schema schema(String dataset, Map<String, String> its) {
    Schema schema = known.schema(dataset);
    return schema.size() > 0
        ? schema
        : new Schema(
            its.keySet().stream().map(name -> new Column(name, PlainType.STRING, false)).toList());
  }

  private static Schema renamed(Schema schema, Map<String, String> names) {
    return new Schema(
        schema.columns().stream()
            .map(column ->
                new Column(
                    names.getOrDefault(column.name(), column.name()),
                    column.type(),
                    column.required()))
            .toList());
  }

  private List<Schema> columns(SequencedMap<String, Schema> from) {
    return TaskRules.columns(step.now().rules(), known.ruleTypes(), from, Map.of());
  }

  /** The columns after the last step, before anything is renamed. */
  Schema output() {
    return columns.getLast();
  }

  /**
   * Goes through all steps.
   *
   * @param made the step that makes the column, and the column's names; none if nothing is made
   * @return new names of columns after the last step, old to new
   * @throws QarionException if the names can't be taken through a step
   */
  Map<String, String> walk(Optional<MadeColumn> made) {
    if (rules.size() < step.ruleTables().size()) {
      throw refused("A visual step of '%s' can't be read.", "Mend it first; see Problems.");
    }
    for (int i = 0; i < rules.size(); i++) {
      int rule = i;
      made.filter(column -> column.rule() == rule)
          .ifPresent(
              column -> column.rename(step.text(), step.rules().index(at), columns.get(rule)));
      i += apply(i);
    }
    return names;
  }

  /** Changes one step; gives how many after it are done with too. */
  private int apply(int rule) {
    TomlPath path = step.rules().index(at);
    boolean kept =
        new RuleColumns(
                step.text(),
                known.ruleTypes(),
                Set.copyOf(columns.get(rule).names()),
                names,
                datasets)
            .apply(path);
    int done = 0;
    if (kept && rules.get(rule) instanceof TaskRule.Known(JoinRows join)) {
      done = joined(rule, join);
    }
    at += kept ? 1 : 0;
    names = difference(columns.get(rule + 1 + done), columns(renamedSources).get(at));
    return done;
  }

  /** Keys of one name on both sides are one column, else two. */
  private int joined(int rule, JoinRows join) {
    if (!(step.now().rules().get(at) instanceof TaskRule.Known(JoinRows now))
        || !join.how().addsColumns()) {
      return 0;
    }
    List<String> left = columns(renamedSources).get(at).names();
    List<String> before = sources.getOrDefault(join.with(), Schema.EMPTY).names();
    List<String> after = renamedSources.getOrDefault(join.with(), Schema.EMPTY).names();
    int done = 0;
    for (int i = 0; i < before.size(); i++) {
      boolean was = join.isSharedKey(before.get(i));
      boolean is = now.isSharedKey(after.get(i));
      if (was != is && !keepsValues(join.how())) {
        throw refused(
            "In '%s' a join brings keys of one name together, and rows without a partner need"
                + " that.",
            "Rename the column on both sides, or leave it.");
      }
      if (was && !is) {
        leaveOut(now, left, after.get(i));
      } else if (is && !was) {
        done = takeIn(rule, join, before.get(i));
      }
    }
    return done;
  }

  private static boolean keepsValues(JoinRows.How how) {
    return how == JoinRows.How.INNER || how == JoinRows.How.LEFT;
  }

  /** The column that would come out beside the key goes again. */
  private void leaveOut(JoinRows join, List<String> left, String column) {
    List<String> right = renamedSources.getOrDefault(join.with(), Schema.EMPTY).names();
    String as =
        join.otherColumns(left, right).stream()
            .filter(each -> each.name().equals(column))
            .map(JoinRows.JoinColumn::as)
            .findFirst()
            .orElse(column);
    at++;
    step.text()
        .insert(step.rules(), at, ColumnSteps.leaveOut(as), "exclude = [\"%s\"]".formatted(as));
  }

  /** A step that only leaves out what comes beside the key has nothing to do any more. */
  private int takeIn(int rule, JoinRows join, String column) {
    String as =
        join
            .otherColumns(
                columns.get(rule).names(), sources.getOrDefault(join.with(), Schema.EMPTY).names())
            .stream()
            .filter(each -> each.name().equals(column))
            .map(JoinRows.JoinColumn::as)
            .findFirst()
            .orElse(column);
    List<TomlTableNode> tables = step.ruleTables();
    boolean leavesOut =
        at + 1 < tables.size()
            && tables.get(at + 1).string("operation").filter("select"::equals).isPresent()
            && tables.get(at + 1).strings("exclude").equals(List.of(as));
    if (!leavesOut) {
      return 0;
    }
    step.text().remove(step.rules().index(at + 1), "exclude = [\"%s\"]".formatted(as));
    return 1;
  }

  private Map<String, String> difference(Schema before, Schema after) {
    if (before.size() != after.size()) {
      throw refused(
          "In '%s' the new name meets a column of that name.",
          "Choose another name, or rename that column first.");
    }
    var different = new LinkedHashMap<String, String>();
    var old = new ArrayList<>(before.names());
    for (int i = 0; i < old.size(); i++) {
      String now = after.names().get(i);
      if (!now.equals(old.get(i))) {
        different.put(old.get(i), now);
      }
    }
    return different;
  }

  private QarionException refused(String message, String fix) {
    String rule = at < step.ruleTables().size() ? step.rules().index(at).toString() : "";
    return ProjectChange.refused(step.text().file(), rule, message.formatted(step.title()), fix);
  }
}
