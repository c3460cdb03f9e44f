package io.qarion.plugins.rows;

import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Scope;
import io.qarion.core.expression.ValueType;
import io.qarion.core.transform.ParameterTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may name, and where in a row that is.
 *
 * @param tables in the order of search for a name without qualifier
 * @param parameters values of {@code :name}
 * @param computed where calls stand whose values were computed before, such as aggregates
 */
public record RowScope(
    List<Table> tables, Map<String, Object> parameters, Map<Expression.Call, Integer> computed) {

  public RowScope {
    tables = List.copyOf(tables);
    parameters = Map.copyOf(parameters);
    computed = Map.copyOf(computed);
  }

  /** One table, whose columns are the row. */
  public static RowScope of(Schema schema, Map<String, Object> parameters) {
    return new RowScope(List.of(new Table("", schema, 0)), parameters, Map.of());
  }

  /** The same with calls whose values stand behind the columns. */
  public RowScope withComputed(Map<Expression.Call, Integer> calls) {
    return new RowScope(tables, parameters, calls);
  }

  /**
   * A table in scope.
   *
   * @param qualifier what stands before the point; empty for the input itself
   * @param first where its first column stands in a row
   */
  public record Table(String qualifier, Schema schema, int first) {}

  int place(Expression.ColumnReference column) {
    for (Table table : tables) {
      boolean isMeant =
          column.qualifier().map(table.qualifier()::equals).orElse(true)
              && table.schema().has(column.name());
      if (isMeant) {
        return table.first() + table.schema().names().indexOf(column.name());
      }
    }
    throw new IllegalStateException("the column " + column.name() + " was checked and is missing");
  }

  Scope typing() {
    List<Scope.Source> sources =
        tables.stream()
            .map(table ->
                table.qualifier().isEmpty()
                    ? Scope.Source.of(table.schema())
                    : Scope.Source.of(table.qualifier(), table.schema()))
            .toList();
    Map<String, ValueType> types = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> types.put(name, ValueType.of(ParameterTypes.typeOf(value))));
    return new Scope(sources, true, types, true, Optional.empty(), true);
  }
}
