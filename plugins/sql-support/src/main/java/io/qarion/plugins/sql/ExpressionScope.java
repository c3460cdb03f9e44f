package io.qarion.plugins.sql;

import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may name.
 *
 * @param tables in the order of search for a name without qualifier
 * @param parameters values of {@code :name}
 */
public record ExpressionScope(List<ScopedTable> tables, Map<String, Object> parameters) {

  public ExpressionScope {
    tables = List.copyOf(tables);
    parameters = Map.copyOf(parameters);
  }

  /** One table, whose columns need no alias. */
  public static ExpressionScope of(Schema schema, Map<String, Object> parameters) {
    return new ExpressionScope(List.of(new ScopedTable("", "", schema)), parameters);
  }

  /** The table that has a column, as the search goes. */
  public Optional<ScopedTable> find(Optional<String> qualifier, String column) {
    return tables.stream()
        .filter(table -> qualifier.map(table.qualifier()::equals).orElse(true))
        .filter(table -> table.schema().has(column))
        .findFirst();
  }

  /**
   * A table in scope.
   *
   * @param qualifier what users write before the point; empty for the input itself
   * @param alias what stands in SQL before the point; empty for nothing
   */
  public record ScopedTable(String qualifier, String alias, Schema schema) {}
}
