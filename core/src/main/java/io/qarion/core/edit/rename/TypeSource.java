package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.ColumnSteps;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the type of a column where the texts say it, or a cast where none does. */
final class TypeSource {

  private static final TomlPath INPUT = TomlPath.of("input").key("columns");
  private static final TomlPath COLUMNS = TomlPath.of("columns");

  private final Map<String, TextChanges> texts;
  private final Known known;

  TypeSource(Map<String, TextChanges> texts, Known known) {
    this.texts = texts;
    this.known = known;
  }

  /**
   * Changes the column as it leaves a task.
   *
   * @throws QarionException if nothing in the texts could say the type
   */
  void write(Step step, String column, DataType type) {
    String target =
        step.target()
            .orElseThrow(
                () -> refused(step, "'%s' makes no dataset.", "Choose a step that makes one."));
    checkColumn(step, known.schema(target), column, type);
    boolean declared = declare(target, column, type);
    if (!step.task().type().equals("transformation")) {
      if (!declared && !input(step.text(), column, type)) {
        throw refused(
            step,
            "The types of what '%s' loads are found in its files, and nothing declares them.",
            "Declare the dataset '" + target + "', or change the type in a step after it.");
      }
      return;
    }
    if (!declared) {
      step.checkOnlyMaker(texts.values());
    }
    if (step.sql().isPresent()) {
      if (!declared) {
        throw refused(
            step,
            "The statement of '%s' makes the type of the column.",
            "Write CAST(… AS …) in the statement, or change the type in a step after it.");
      }
      return;
    }
    rules(step, column, type, declared);
  }

  /**
   * Changes a column that a flow declares for the rows that it takes in.
   *
   * @throws QarionException if it does not
   */
  void writeInput(String file, String column, DataType type) {
    TextChanges text = Optional.ofNullable(texts.get(file)).orElseThrow();
    if (!input(text, column, type)) {
      throw RetypeColumn.refused(
          file,
          INPUT.toString(),
          "The flow declares no column '%s'.".formatted(column),
          "Choose one that stands in its [input].");
    }
  }

  /** Writes into all files that declare the dataset; false if none has the column. */
  private boolean declare(String dataset, String column, DataType type) {
    boolean found = false;
    for (TextChanges text : texts.values()) {
      if (text.declares(dataset) && text.find(COLUMNS.key(column)).isPresent()) {
        text.type(COLUMNS.key(column), type);
        found = true;
      }
    }
    return found;
  }

  private static boolean input(TextChanges text, String column, DataType type) {
    for (int i = 0; i < text.size(INPUT); i++) {
      if (text.text(INPUT.index(i).key("name")).filter(column::equals).isPresent()) {
        text.type(INPUT.index(i), type);
        return true;
      }
    }
    return false;
  }

  private void rules(Step step, String column, DataType type, boolean declared) {
    Optional<MadeType> made =
        MadeType.of(step, column).filter(each -> fits(step, each, column, type));
    if (made.isPresent()) {
      write(step, made.get(), type);
    } else if (!declared) {
      int end = step.ruleTables().size();
      String shown = "cast %s → %s".formatted(column, type.text());
      step.text().insert(step.rules(), end, ColumnSteps.cast(column, type.text()), shown);
    }
  }

  /** Whether the column leaves the task with the new type if it is written there. */
  private boolean fits(Step step, MadeType made, String column, DataType type) {
    Step trial = step.in(new TextChanges(step.text().document()));
    write(trial, made, type);
    return columns(trial).getLast().find(column).map(Column::type).filter(type::equals).isPresent();
  }

  private void write(Step step, MadeType made, DataType type) {
    made.write(step.text(), step.rules(), columns(step).get(made.rule()), type);
  }

  private List<Schema> columns(Step step) {
    var sources = new LinkedHashMap<String, Schema>();
    step.reads().forEach(dataset -> sources.put(dataset, known.schema(dataset)));
    return TaskRules.columns(step.now().rules(), known.ruleTypes(), sources, Map.of());
  }

  private static void checkColumn(Step step, Schema output, String column, DataType type) {
    DataType now =
        output
            .find(column)
            .map(Column::type)
            .orElseThrow(() ->
                refused(
                    step,
                    "No column '" + column + "' is known to come out of '%s'.",
                    output.size() == 0
                        ? "Mend the step first; see Problems."
                        : "Choose one of: " + String.join(", ", output.names()) + "."));
    if (now.equals(type)) {
      throw refused(step, "'" + column + "' has that type now.", "Choose another type.");
    }
  }

  private static QarionException refused(Step step, String message, String fix) {
    return RetypeColumn.refused(
        step.text().file(), step.path().toString(), message.replace("%s", step.title()), fix);
  }
}
