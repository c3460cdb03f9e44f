package io.qarion.plugins.duckdb.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.qarion.core.transform.ColumnOrigin;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the values of an expression are made of. */
final class ExpressionColumns {

  private final QueryColumns queries;
  private final Scope scope;

  /** Columns of the same SELECT that other expressions of it may name, by lower-case name. */
  private final Map<String, Made> aliases;

  private final Map<String, List<Made>> tables;

  ExpressionColumns(
      QueryColumns queries,
      Scope scope,
      Map<String, Made> aliases,
      Map<String, List<Made>> tables) {
    this.queries = queries;
    this.scope = scope;
    this.aliases = aliases;
    this.tables = tables;
  }

  Set<ColumnOrigin> of(JsonNode expression) {
    var origins = new HashSet<ColumnOrigin>();
    add(expression, Set.of(), origins);
    return origins;
  }

  private void add(JsonNode node, Set<String> parameters, Set<ColumnOrigin> origins) {
    if (Tree.isExpression(node, "COLUMN_REF")) {
      column(Tree.texts(node.path("column_names")), parameters, origins);
    } else if (Tree.isExpression(node, "SUBQUERY")) {
      subquery(node, parameters, origins);
    } else if (Tree.isExpression(node, "STAR")) {
      // A star inside a call, as in count(*), counts rows; COLUMNS(…) stands for its columns.
      if (node.path("columns").asBoolean()) {
        scope.star(Tree.text(node, "relation_name")).forEach(each -> use(each, origins));
      }
    } else if (Tree.isExpression(node, "LAMBDA")) {
      var inner = new HashSet<>(parameters);
      names(node.path("lhs"), inner);
      add(node.path("expr"), inner, origins);
    } else {
      node.forEach(child -> add(child, parameters, origins));
    }
  }

  private void column(List<String> path, Set<String> parameters, Set<ColumnOrigin> origins) {
    if (path.size() == 1 && parameters.contains(Scope.lower(path.getFirst()))) {
      return;
    }
    Optional<Made> found = scope.find(path);
    if (found.isEmpty() && path.size() == 1) {
      found = Optional.ofNullable(aliases.get(Scope.lower(path.getFirst())));
    }
    found.ifPresent(made -> use(made, origins));
  }

  private void use(Made made, Set<ColumnOrigin> origins) {
    origins.addAll(made.origins());
    queries.named(made.origins());
  }

  private void subquery(JsonNode node, Set<String> parameters, Set<ColumnOrigin> origins) {
    JsonNode query = node.path("subquery").path("node");
    origins.addAll(queries.inside(query, tables, scope));
    add(node.path("child"), parameters, origins);
    node.path("children").forEach(child -> add(child, parameters, origins));
  }

  /** The parameters of a lambda: one name, or several in a row. */
  private static void names(JsonNode node, Set<String> names) {
    if (Tree.isExpression(node, "COLUMN_REF")) {
      Tree.texts(node.path("column_names")).forEach(name -> names.add(Scope.lower(name)));
    }
    node.forEach(child -> names(child, names));
  }
}
