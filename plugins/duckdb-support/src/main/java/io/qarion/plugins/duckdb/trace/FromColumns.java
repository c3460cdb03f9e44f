package io.qarion.plugins.duckdb.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.qarion.core.transform.ColumnOrigin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a FROM brings together. */
final class FromColumns {

  private final QueryColumns queries;
  private final Map<String, List<Made>> tables;

  FromColumns(QueryColumns queries, Map<String, List<Made>> tables) {
    this.queries = queries;
    this.tables = tables;
  }

  /**
   * What can be named after a FROM.
   *
   * @param before what stands left of it, which some of it may name
   */
  Scope of(JsonNode from, Scope before) {
    return switch (Tree.text(from, "type")) {
      case "EMPTY", "" -> before;
      case "BASE_TABLE" -> before.with(called(from, table(from)));
      case "SUBQUERY" -> before.with(called(from, subquery(from, before)));
      case "EXPRESSION_LIST" -> before.with(called(from, values(from, before)));
      case "TABLE_FUNCTION" -> before.with(called(from, function(from, before)));
      case "JOIN" -> join(from, before);
      default -> throw new UnreadableStatementException(Tree.text(from, "type"));
    };
  }

  private static Relation called(JsonNode from, Relation relation) {
    return relation.called(Tree.text(from, "alias"), Tree.texts(from.path("column_name_alias")));
  }

  private Relation table(JsonNode from) {
    String name = Tree.text(from, "table_name");
    List<Made> columns = tables.get(Scope.lower(name));
    if (columns == null) {
      throw new UnreadableStatementException(name);
    }
    return Relation.of(name, columns);
  }

  private Relation subquery(JsonNode from, Scope before) {
    return Relation.of(
        "", queries.of(from.path("subquery").path("node"), tables, Optional.of(before)));
  }

  private Relation values(JsonNode from, Scope before) {
    var columns = new ArrayList<Made>();
    for (JsonNode row : from.path("values")) {
      for (int i = 0; i < row.size(); i++) {
        Set<ColumnOrigin> origins = expressions(before).of(row.get(i));
        if (i < columns.size()) {
          columns.set(i, columns.get(i).with(origins));
        } else {
          columns.add(new Made("col" + i, origins));
        }
      }
    }
    return Relation.of(Tree.text(from, "alias"), columns);
  }

  /** Every column of such a table is made of whatever the call is given. */
  private Relation function(JsonNode from, Scope before) {
    JsonNode call = from.path("function");
    Set<ColumnOrigin> origins = expressions(before).of(call);
    String name = Tree.text(call, "function_name");
    return new Relation(name, List.of(new Made(name, origins)), Optional.of(origins));
  }

  private Scope join(JsonNode from, Scope before) {
    Scope left = of(from.path("left"), before);
    Scope right = of(from.path("right"), Scope.inside(Optional.of(left)));
    String type = Tree.text(from, "join_type");
    var shared = new HashSet<>(Tree.texts(from.path("using_columns")));
    if (Tree.text(from, "ref_type").equals("NATURAL")) {
      left.star("").stream()
          .map(Made::name)
          .filter(name -> right.star("").stream().anyMatch(each -> each.isCalled(name)))
          .forEach(shared::add);
    }
    Scope both = left.joined(right, shared, type.equals("SEMI") || type.equals("ANTI"));
    for (String name : shared) {
      both.find(List.of(name))
          .ifPresent(key -> {
            queries.named(key.origins());
            queries.deciding(key.origins());
          });
    }
    queries.deciding(expressions(both).of(from.path("condition")));
    return both;
  }

  private ExpressionColumns expressions(Scope scope) {
    return new ExpressionColumns(queries, scope, Map.of(), tables);
  }
}
