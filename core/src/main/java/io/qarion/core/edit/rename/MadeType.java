package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.List;
import java.util.Optional;

/**
 * A visual step that says the type of a column, and where it does.
 *
 * @param rule number of the step in its task
 * @param column as the column is called there
 * @param table key of the table that has the column
 */
record MadeType(int rule, String column, String table) {

  private static final String CAST = "cast";
  private static final String OPERATION = "operation";

  /** The last step that makes a column as it leaves a task, if that one says its type. */
  static Optional<MadeType> of(Step step, String column) {
    List<TomlTableNode> tables = step.ruleTables();
    List<TaskRule> rules = step.task().rules();
    String name = column;
    for (int i = Math.min(tables.size(), rules.size()) - 1; i >= 0; i--) {
      if (rules.get(i) instanceof TaskRule.Off) {
        continue;
      }
      TomlTableNode rule = tables.get(i);
      String operation = rule.string(OPERATION).orElse("");
      var made = new MadeType(i, name, operation.equals("aggregate") ? "measures" : "columns");
      if (made.isMadeBy(rule, operation)) {
        return Optional.of(made).filter(each -> each.isSaidBy(rule, operation));
      }
      name = before(rule, operation, name);
    }
    return Optional.empty();
  }

  private boolean isMadeBy(TomlTableNode rule, String operation) {
    boolean makes =
        switch (operation) {
          case CAST, "derive", "window", "aggregate" -> true;
          default -> false;
        };
    return makes && rule.table(table).filter(keys -> keys.has(column)).isPresent();
  }

  private boolean isSaidBy(TomlTableNode rule, String operation) {
    return operation.equals(CAST)
        || rule.table(table).flatMap(keys -> keys.string(column)).filter(Casts::isCast).isPresent();
  }

  /** What a column is called before a step that may have given it its name. */
  private static String before(TomlTableNode rule, String operation, String name) {
    Optional<String> old =
        switch (operation) {
          case "rename" ->
              rule.table("columns")
                  .flatMap(names ->
                      names.keys().stream()
                          .filter(key -> names.string(key).equals(Optional.of(name)))
                          .findFirst());
          case "select" ->
              rule.tables("columns").stream()
                  .filter(each -> each.string("as").equals(Optional.of(name)))
                  .findFirst()
                  .flatMap(each -> each.string("name"));
          default -> Optional.empty();
        };
    return old.orElse(name);
  }

  /**
   * Writes another type there; a cast to the type that the column has anyway goes.
   *
   * @param before the columns that come into the step
   */
  void write(TextChanges text, TomlPath rules, Schema before, DataType type) {
    TomlPath path = rules.index(rule);
    boolean casts = text.text(path.key(OPERATION)).filter(CAST::equals).isPresent();
    boolean idle = before.find(column).map(Column::type).filter(type::equals).isPresent();
    if (casts && idle) {
      Casts.drop(text, path, column);
    } else {
      text.texts(
          path.key(table).key(column),
          old -> casts ? type.text() : Casts.retyped(old, type),
          false);
    }
  }
}
