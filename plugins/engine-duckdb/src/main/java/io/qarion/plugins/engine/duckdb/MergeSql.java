package io.qarion.plugins.engine.duckdb;

import io.qarion.core.transform.Write;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.sql.ExpressionScope;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a merge as MERGE INTO. */
final class MergeSql {

  private final DuckDbDialect dialect;
  private final ExpressionScope scope;

  MergeSql(DuckDbDialect dialect, ExpressionScope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  String of(String table, Write.Merge write, List<String> columns, String select) {
    String same =
        write.keys().stream()
            .map(SqlText::name)
            .map(key -> "target." + key + " IS NOT DISTINCT FROM source." + key)
            .collect(Collectors.joining(" AND "));
    String actions =
        write.actions().stream()
            .map(action -> action(action, write.keys(), columns))
            .collect(Collectors.joining("\n"));
    return "MERGE INTO %s AS target\nUSING (\n%s\n) AS source\nON %s\n%s"
        .formatted(table, select, same, actions);
  }

  private String action(Write.MergeAction action, List<String> keys, List<String> columns) {
    String condition =
        action
            .condition()
            .map(formula -> " AND (" + dialect.expression(formula.tree(), scope) + ")")
            .orElse("");
    return switch (action.kind()) {
      case UPDATE_MATCHED -> "WHEN MATCHED" + condition + " THEN " + update(keys, columns);
      case DELETE_MATCHED -> "WHEN MATCHED" + condition + " THEN DELETE";
      case INSERT_UNMATCHED ->
          "WHEN NOT MATCHED%s THEN INSERT (%s) VALUES (%s)"
              .formatted(
                  condition,
                  SqlText.names(columns),
                  columns.stream()
                      .map(column -> "source." + SqlText.name(column))
                      .collect(Collectors.joining(", ")));
    };
  }

  private static String update(List<String> keys, List<String> columns) {
    String changes =
        columns.stream()
            .filter(column -> !keys.contains(column))
            .map(column -> SqlText.name(column) + " = source." + SqlText.name(column))
            .collect(Collectors.joining(", "));
    return changes.isEmpty() ? "DO NOTHING" : "UPDATE SET " + changes;
  }
}
