package io.qarion.plugins.duckdb.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.qarion.core.transform.ColumnOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a query, whatever it consists of. */
final class QueryColumns {

  private final Set<ColumnOrigin> named;
  private final Set<ColumnOrigin> deciding = new HashSet<>();

  QueryColumns() {
    this(new HashSet<>());
  }

  private QueryColumns(Set<ColumnOrigin> named) {
    this.named = named;
  }

  /** Columns of the sources that the statement calls by name, for whatever purpose. */
  Set<ColumnOrigin> named() {
    return Set.copyOf(named);
  }

  /** Columns that say which rows there are, or in which order. */
  Set<ColumnOrigin> deciding() {
    return Set.copyOf(deciding);
  }

  void named(Set<ColumnOrigin> origins) {
    named.addAll(origins);
  }

  void deciding(Set<ColumnOrigin> origins) {
    deciding.addAll(origins);
  }

  /** The values of a query inside an expression: what decides on its rows makes them too. */
  Set<ColumnOrigin> inside(JsonNode query, Map<String, List<Made>> tables, Scope outer) {
    var inner = new QueryColumns(named);
    var origins = new HashSet<ColumnOrigin>();
    inner.of(query, tables, Optional.of(outer)).forEach(column -> origins.addAll(column.origins()));
    origins.addAll(inner.deciding);
    return origins;
  }

  /**
   * The columns of a query in order.
   *
   * @param tables what can be named in a FROM, by lower-case name
   * @param outer the SELECT that it is part of
   */
  List<Made> of(JsonNode query, Map<String, List<Made>> tables, Optional<Scope> outer) {
    Map<String, List<Made>> known = new HashMap<>(tables);
    for (JsonNode cte : query.path("cte_map").path("map")) {
      JsonNode value = cte.path("value");
      List<Made> columns = of(value.path("query_node"), known, outer);
      String name = Tree.text(cte, "key");
      known.put(
          Scope.lower(name),
          Relation.of(name, columns).called(name, Tree.texts(value.path("aliases"))).columns());
    }
    return switch (Tree.text(query, "type")) {
      case "SELECT_NODE" -> new SelectColumns(this, known, outer).of(query);
      case "SET_OPERATION_NODE" -> setOperation(query, known, outer);
      case "RECURSIVE_CTE_NODE" -> recursive(query, known, outer);
      default -> throw new UnreadableStatementException(Tree.text(query, "type"));
    };
  }

  private List<Made> setOperation(
      JsonNode query, Map<String, List<Made>> tables, Optional<Scope> outer) {
    var parts = new ArrayList<JsonNode>();
    query.path("children").forEach(parts::add);
    for (String side : List.of("left", "right")) {
      if (query.has(side)) {
        parts.add(query.path(side));
      }
    }
    boolean isByName = Tree.text(query, "setop_type").equals("UNION_BY_NAME");
    List<Made> columns = List.of();
    for (int i = 0; i < parts.size(); i++) {
      List<Made> next = of(parts.get(i), tables, outer);
      columns = i == 0 ? next : isByName ? byName(columns, next) : byPlace(columns, next);
    }
    return columns;
  }

  private static List<Made> byPlace(List<Made> first, List<Made> second) {
    var both = new ArrayList<Made>();
    for (int i = 0; i < first.size(); i++) {
      both.add(i < second.size() ? first.get(i).with(second.get(i).origins()) : first.get(i));
    }
    return both;
  }

  private static List<Made> byName(List<Made> first, List<Made> second) {
    Map<String, Made> both = new LinkedHashMap<>();
    first.forEach(column -> both.put(Scope.lower(column.name()), column));
    second.forEach(column ->
        both.merge(
            Scope.lower(column.name()), column, (before, more) -> before.with(more.origins())));
    return List.copyOf(both.values());
  }

  /** What comes round again is made of what began it, and of what is added on the way. */
  private List<Made> recursive(
      JsonNode query, Map<String, List<Made>> tables, Optional<Scope> outer) {
    String name = Tree.text(query, "cte_name");
    List<String> aliases = Tree.texts(query.path("aliases"));
    List<Made> columns = of(query.path("left"), tables, outer);
    boolean grows = true;
    while (grows) {
      Map<String, List<Made>> known = new HashMap<>(tables);
      known.put(Scope.lower(name), Relation.of(name, columns).called(name, aliases).columns());
      List<Made> next = byPlace(columns, of(query.path("right"), known, outer));
      grows = !next.equals(columns);
      columns = next;
    }
    return columns;
  }
}
