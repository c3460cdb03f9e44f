package io.qarion.plugins.duckdb.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.qarion.core.transform.ColumnOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The columns of one SELECT. */
final class SelectColumns {

  private static final List<String> CONDITIONS =
      List.of("where_clause", "having", "qualify", "group_expressions", "modifiers");

  private final QueryColumns queries;
  private final Map<String, List<Made>> tables;
  private final Optional<Scope> outer;
  private final Map<String, Made> aliases = new HashMap<>();

  SelectColumns(QueryColumns queries, Map<String, List<Made>> tables, Optional<Scope> outer) {
    this.queries = queries;
    this.tables = tables;
    this.outer = outer;
  }

  List<Made> of(JsonNode select) {
    Scope scope =
        new FromColumns(queries, tables).of(select.path("from_table"), Scope.inside(outer));
    var columns = new ArrayList<Made>();
    for (JsonNode item : select.path("select_list")) {
      if (Tree.isExpression(item, "STAR")) {
        columns.addAll(star(item, scope));
      } else {
        Made column = new Made(name(item), expressions(scope).of(item));
        columns.add(column);
        if (!column.name().isEmpty()) {
          aliases.put(Scope.lower(column.name()), column);
        }
      }
    }
    for (String condition : CONDITIONS) {
      queries.deciding(expressions(scope).of(select.path(condition)));
    }
    return columns;
  }

  private ExpressionColumns expressions(Scope scope) {
    return new ExpressionColumns(queries, scope, aliases, tables);
  }

  private static String name(JsonNode item) {
    String alias = Tree.text(item, "alias");
    if (!alias.isEmpty() || !Tree.isExpression(item, "COLUMN_REF")) {
      return alias;
    }
    return Tree.texts(item.path("column_names")).getLast();
  }

  private List<Made> star(JsonNode star, Scope scope) {
    Set<String> excluded =
        Tree.texts(star.path("exclude_list")).stream()
            .map(Scope::lower)
            .collect(Collectors.toSet());
    star.path("qualified_exclude_list")
        .forEach(each -> excluded.add(Scope.lower(Tree.text(each, "column"))));
    Map<String, Set<ColumnOrigin>> replaced = new HashMap<>();
    for (JsonNode entry : star.path("replace_list")) {
      replaced.put(
          Scope.lower(Tree.text(entry, "key")), expressions(scope).of(entry.path("value")));
    }
    JsonNode wanted = star.path("expr");
    var columns = new ArrayList<Made>();
    for (Made column : scope.star(Tree.text(star, "relation_name"))) {
      String name = Scope.lower(column.name());
      if (!excluded.contains(name) && isWanted(column, wanted)) {
        columns.add(
            replaced.containsKey(name) ? new Made(column.name(), replaced.get(name)) : column);
      }
    }
    return columns;
  }

  /** COLUMNS('…') takes those whose names match; what a lambda takes can't be told. */
  private static boolean isWanted(Made column, JsonNode wanted) {
    if (wanted.isMissingNode()) {
      return true;
    }
    String pattern = Tree.text(wanted.path("literal"), "text");
    if (pattern.isEmpty()) {
      throw new UnreadableStatementException("COLUMNS");
    }
    try {
      return Pattern.compile(pattern).matcher(column.name()).find();
    } catch (PatternSyntaxException e) {
      throw new UnreadableStatementException("COLUMNS(" + e.getDescription() + ")");
    }
  }
}
