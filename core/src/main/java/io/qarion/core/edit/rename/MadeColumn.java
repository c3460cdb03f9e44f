package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that a visual step makes, by the place where the step says its name.
 *
 * @param rule number of the step in its task
 */
record MadeColumn(int rule, String from, String to) {

  /** The steps that may have made a column, the last first. */
  static List<MadeColumn> of(Step step, String from, String to) {
    List<TomlTableNode> tables = step.ruleTables();
    List<TaskRule> rules = step.task().rules();
    var made = new ArrayList<MadeColumn>();
    for (int i = Math.min(tables.size(), rules.size()) - 1; i >= 0; i--) {
      if (!(rules.get(i) instanceof TaskRule.Off) && makes(tables.get(i), from)) {
        made.add(new MadeColumn(i, from, to));
      }
    }
    return made;
  }

  private static boolean makes(TomlTableNode rule, String name) {
    return switch (rule.string("operation").orElse("")) {
      case "derive", "window" -> rule.table("columns").filter(keys -> keys.has(name)).isPresent();
      case "aggregate" -> rule.table("measures").filter(keys -> keys.has(name)).isPresent();
      case "rename" ->
          rule.table("columns")
              .filter(names ->
                  names.keys().stream().anyMatch(key -> names.string(key).equals(is(name))))
              .isPresent();
      case "select" ->
          rule.tables("columns").stream().anyMatch(each -> each.string("as").equals(is(name)));
      case "split" -> rule.strings("into").contains(name);
      case "unpivot" ->
          rule.string("name_to").equals(is(name)) || rule.string("value_to").equals(is(name));
      default -> false;
    };
  }

  private static Optional<String> is(String name) {
    return Optional.of(name);
  }

  /** Writes the new name where the step says the old one. */
  void rename(TextChanges text, TomlPath path, Schema before) {
    switch (text.text(path.key("operation")).orElse("")) {
      case "derive", "window" -> key(text, path.key("columns"), before);
      case "aggregate" -> key(text, path.key("measures"), before);
      case "rename" ->
          text.table(path.key("columns"))
              .map(TomlTableNode::keys)
              .orElse(List.of())
              .forEach(key -> text.texts(path.key("columns").key(key), this::name, false));
      case "select" -> {
        int size =
            text.find(path.key("columns")).orElseThrow() instanceof TomlArrayNode array
                ? array.size()
                : 0;
        for (int i = 0; i < size; i++) {
          text.texts(path.key("columns").index(i).key("as"), this::name, false);
        }
      }
      case "split" -> text.texts(path.key("into"), this::name, false);
      case "unpivot" -> {
        text.texts(path.key("name_to"), this::name, false);
        text.texts(path.key("value_to"), this::name, false);
      }
      default -> {}
    }
  }

  private String name(String old) {
    return old.equals(from) ? to : old;
  }

  /** What stands below it may speak of it, unless the rows had a column of that name before. */
  private void key(TextChanges text, TomlPath table, Schema before) {
    List<String> keys = text.table(table).map(TomlTableNode::keys).orElse(List.of());
    if (!before.has(from)) {
      keys.stream()
          .skip(keys.indexOf(from) + 1L)
          .forEach(key ->
              text.texts(
                  table.key(key), old -> SettingColumns.expression(old, this::reference), false));
    }
    text.key(table.key(from), to, false);
  }

  private ColumnReference reference(ColumnReference column) {
    return new ColumnReference(column.qualifier(), name(column.name()), column.span());
  }
}
