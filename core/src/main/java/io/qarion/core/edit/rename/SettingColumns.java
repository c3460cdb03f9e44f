package io.qarion.core.edit.rename;

import io.qarion.core.expression.ColumnRenaming;
import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.expression.Formula;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Gives columns other names in settings, as far as their declarations say that they are columns.
 *
 * @param names old to new, of the rows that the settings speak of
 * @param datasets the same for other datasets that may be named in them
 */
record SettingColumns(
    TextChanges text, Map<String, String> names, Map<String, Map<String, String>> datasets) {

  /** All settings of a table that are declared. */
  void apply(TomlPath table, List<PropertyDeclaration> declared) {
    for (PropertyDeclaration each : declared) {
      TomlPath path = table;
      for (String key : each.key().split("\\.", -1)) {
        path = path.key(key);
      }
      if (text.find(path).isPresent()) {
        apply(path, each.kind());
      }
    }
  }

  void apply(TomlPath path, PropertyKind kind) {
    switch (kind) {
      case Simple simple -> apply(path, simple);
      case Named(Simple value) -> named(path, value, true);
      case Tables tables -> tables(path, tables);
      case Options _, Choice _ -> {}
    }
  }

  private void apply(TomlPath path, Simple kind) {
    switch (kind) {
      case COLUMN, COLUMNS -> columns(path);
      case EXPRESSION -> text.texts(path, this::expression, false);
      case ORDER -> text.texts(path, this::order, false);
      case PAIRS -> pairs(path, Map.of());
      case SQL -> text.texts(path, this::statement, true);
      case TEXT, INTEGER, NUMBER, FLAG, FILE, TYPE, DATASET, TEXTS, TABLES, VALUE -> {}
    }
  }

  /** Names, or tables that give one another name. */
  void columns(TomlPath path) {
    text.texts(path, this::name, false);
    if (text.find(path).orElseThrow() instanceof TomlArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.items().get(i) instanceof TomlTableNode) {
          text.texts(path.index(i).key("name"), this::name, false);
        }
      }
    }
  }

  /**
   * A table that gives names of columns a value each.
   *
   * @param keys whether the names are columns that were there before
   */
  void named(TomlPath path, Simple value, boolean keys) {
    List<String> found = text.table(path).map(TomlTableNode::keys).orElse(List.of());
    for (String key : found) {
      apply(path.key(key), value);
    }
    for (String key : found) {
      if (keys && names.containsKey(key)) {
        text.key(path.key(key), name(key), false);
      }
    }
  }

  /** Pairs of columns: the first here, the second of other rows. */
  void pairs(TomlPath path, Map<String, String> others) {
    if (text.find(path).orElseThrow() instanceof TomlArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        text.texts(path.index(i).index(0), this::name, false);
        text.texts(path.index(i).index(1), name -> others.getOrDefault(name, name), false);
      }
    }
  }

  private void tables(TomlPath path, Tables kind) {
    int size = text.find(path).orElseThrow() instanceof TomlArrayNode array ? array.size() : 0;
    for (int i = 0; i < size; i++) {
      TomlPath entry = path.index(i);
      String word = text.text(entry.key(kind.kindKey())).orElse("");
      apply(entry, kind.of(word));
      elsewhere(entry.key("config"));
    }
  }

  /** What a check says of columns of another dataset. */
  private void elsewhere(TomlPath config) {
    Optional<Map<String, String>> others =
        text.text(config.key("dataset_id")).map(name -> datasets.getOrDefault(name, Map.of()));
    others.ifPresent(renamed -> {
      text.texts(config.key("column"), name -> renamed.getOrDefault(name, name), false);
      text.texts(config.key("columns"), name -> renamed.getOrDefault(name, name), false);
    });
  }

  String name(String old) {
    return names.getOrDefault(old, old);
  }

  private String expression(String old) {
    return expression(
        old, column -> new ColumnReference(column.qualifier(), name(column.name()), column.span()));
  }

  static String expression(String old, UnaryOperator<ColumnReference> rename) {
    Formula formula = Formula.parse(old);
    return formula.isReadable() ? new ColumnRenaming(rename).inText(formula) : old;
  }

  private String order(String old) {
    var words = new Words(old);
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      if (!words.isSymbol(i + 1, "(")) {
        words.name(i).filter(names::containsKey).ifPresent(name -> words.rename(at, name(name)));
      }
    }
    return words.changed();
  }

  /** A statement may also call the rows by a name of their own. */
  private String statement(String old) {
    var all = new HashMap<>(datasets);
    Statements.datasets(old).forEach(dataset -> all.putIfAbsent(dataset, names));
    return Statements.columns(old, all, Set.of());
  }
}
