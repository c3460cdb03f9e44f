package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.ColumnSteps;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a column another name where a task makes it, and wherever it is used after that, in all
 * flows.
 */
public record RenameColumn(ProjectTexts texts, Known known) {

  /** What has been done at the task itself, with all texts as they are then. */
  private record Begun(Map<String, TextChanges> texts, Step step) {}

  /**
   * Renames the column as it leaves a task.
   *
   * @param file of the task's flow
   * @throws QarionException if it can't be done, with what can be done instead
   */
  public ProjectChange of(String file, TaskId task, String from, String to) {
    ProjectChange.checkName(from, to);
    Begun begun = begin(file, task, from, to);
    String target =
        begun
            .step()
            .target()
            .orElseThrow(() ->
                refused(begun.step(), "'%s' makes no dataset.", "Choose a step that makes one."));
    begun.step().checkOnlyMaker(begun.texts().values());
    var spreading = new ColumnSpread(begun.texts(), known);
    spreading.begin(target, from, to);
    spreading.properties(begun.step(), target);
    spreading.spread(begun.step());
    return TextChanges.projectChange(begun.texts().values());
  }

  private Begun begin(String file, TaskId task, String from, String to) {
    Begun fresh = fresh(file, task);
    if (!fresh.step().task().type().equals("transformation")) {
      throw refused(
          fresh.step(),
          "'%s' takes the names of its columns from what it reads.",
          "Add a transformation after it, and rename the column there.");
    }
    if (fresh.step().sql().isPresent()) {
      return statement(fresh, from, to);
    }
    checkColumn(fresh.step(), new RuleWalk(fresh.step(), known, Map.of()).output(), from, to);
    for (MadeColumn made : MadeColumn.of(fresh.step(), from, to)) {
      Begun begun = fresh(file, task);
      if (isMade(begun.step(), made)) {
        return begun;
      }
    }
    int end = fresh.step().ruleTables().size();
    fresh
        .step()
        .text()
        .insert(
            fresh.step().rules(),
            end,
            ColumnSteps.rename(from, to),
            "rename %s → %s".formatted(from, to));
    return fresh;
  }

  private Begun fresh(String file, TaskId task) {
    Map<String, TextChanges> all = TextChanges.of(texts);
    return new Begun(all, Step.of(all, file, task));
  }

  /** Whether the new name comes out, and nothing else changes, if a step makes it. */
  private boolean isMade(Step step, MadeColumn made) {
    try {
      Map<String, String> names = new RuleWalk(step, known, Map.of()).walk(Optional.of(made));
      return names.equals(Map.of(made.from(), made.to()));
    } catch (QarionException e) {
      return e.problems().isEmpty();
    }
  }

  private Begun statement(Begun begun, String from, String to) {
    Step step = begun.step();
    Schema output = known.schema(step.target().orElse(""));
    if (output.size() > 0) {
      checkColumn(step, output, from, to);
    }
    String sql = step.sql().orElseThrow();
    Set<String> read =
        step.reads().stream()
            .flatMap(dataset -> known.schema(dataset).names().stream())
            .collect(Collectors.toSet());
    if (!Statements.defined(new Words(sql)).contains(from)) {
      throw refused(
          step,
          "The statement of '%s' does not say where the column gets its name.",
          "Write AS %s after it in the statement, then rename it.".formatted(from));
    }
    step.text()
        .texts(step.sqlPath(), old -> Statements.output(old, from, to, read.contains(from)), true);
    return begun;
  }

  private static void checkColumn(Step step, Schema output, String from, String to) {
    if (!output.has(from)) {
      throw refused(
          step,
          "No column '" + from + "' comes out of '%s'.",
          "Choose one of: " + String.join(", ", output.names()) + ".");
    }
    if (output.has(to)) {
      throw ProjectChange.taken("a column", to);
    }
  }

  private static QarionException refused(Step step, String message, String fix) {
    return ProjectChange.refused(
        step.text().file(), step.path().toString(), message.formatted(step.title()), fix);
  }
}
