package io.qarion.core.edit.rename;

import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives columns other names in one visual step.
 *
 * @param here the columns of the rows that come into the step, by their old names
 * @param names old to new, of these rows
 * @param datasets the same for datasets that it brings in
 */
record RuleColumns(
    TextChanges text,
    RuleTypes types,
    Set<String> here,
    Map<String, String> names,
    Map<String, Map<String, String>> datasets) {

  private static final String COLUMNS = "columns";

  RuleColumns {
    here = Set.copyOf(here);
  }

  /** Changes the step; false if it has nothing to do any more and is gone. */
  boolean apply(TomlPath rule) {
    var settings = new SettingColumns(text, names, datasets);
    String operation = text.text(rule.key("operation")).orElse("");
    switch (operation) {
      case "rename" -> {
        return renames(rule, settings);
      }
      case "aggregate" -> {
        if (text.find(rule.key("group_by")).isPresent()) {
          settings.columns(rule.key("group_by"));
        }
        settings.named(rule.key("measures"), Simple.EXPRESSION, false);
      }
      case "join" -> join(rule, settings);
      case "unpivot" -> text.texts(rule.key(COLUMNS), settings::name, true);
      default -> settings.apply(rule, types.declarations(operation));
    }
    return true;
  }

  /** What would give a column the name that it has is left out. */
  private boolean renames(TomlPath rule, SettingColumns settings) {
    settings.named(rule.key(COLUMNS), Simple.TEXT, true);
    return dropIdle(text, rule);
  }

  /** Takes names out that stay as they are, and the step if none is left. */
  static boolean dropIdle(TextChanges text, TomlPath rule) {
    TomlPath columns = rule.key(COLUMNS);
    List<String> keys = text.table(columns).map(TomlTableNode::keys).orElse(List.of());
    List<String> idle =
        keys.stream()
            .filter(key -> text.text(columns.key(key)).filter(key::equals).isPresent())
            .toList();
    if (!idle.isEmpty() && idle.size() == keys.size()) {
      text.remove(rule, "rename");
      return false;
    }
    idle.forEach(key -> text.remove(columns.key(key), key));
    return true;
  }

  private void join(TomlPath rule, SettingColumns settings) {
    String with = text.text(rule.key("with")).orElse("");
    Map<String, String> others = datasets.getOrDefault(with, Map.of());
    if (text.find(rule.key("on")).isPresent()) {
      settings.pairs(rule.key("on"), others);
    }
    text.texts(
        rule.key("condition"),
        condition -> SettingColumns.expression(condition, column -> beside(column, with, others)),
        false);
  }

  /** A column without a qualifier is of this side, if it is here; else of the other. */
  private ColumnReference beside(ColumnReference column, String with, Map<String, String> others) {
    boolean there =
        column.qualifier().filter(with::equals).isPresent()
            || (column.qualifier().isEmpty() && !here.contains(column.name()));
    Map<String, String> its = there ? others : names;
    return new ColumnReference(
        column.qualifier(), its.getOrDefault(column.name(), column.name()), column.span());
  }
}
