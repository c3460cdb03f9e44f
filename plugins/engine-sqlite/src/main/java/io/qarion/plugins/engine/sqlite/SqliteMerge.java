package io.qarion.plugins.engine.sqlite;

import io.qarion.core.transform.Write;
import io.qarion.plugins.sql.ExpressionScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a merge, which SQLite lacks: what is to be done with each row is settled first, in a
 * temporary table, and then done.
 */
final class SqliteMerge {

  private static final String SCRATCH = "xt_merge";
  private static final String ROW = "xt_target_row";
  private static final String ACTION = "xt_action";

  private final SqliteDialect dialect;
  private final ExpressionScope scope;

  SqliteMerge(SqliteDialect dialect, ExpressionScope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /** The statements; rows are written by those that insert, update and delete. */
  List<String> of(String table, Write.Merge write, List<String> columns, String select) {
    var statements = new ArrayList<String>();
    statements.add("DROP TABLE IF EXISTS temp." + SCRATCH);
    statements.add(
        "CREATE TEMP TABLE %s AS\nSELECT source.*, target.%s AS %s, CASE %s END AS %s\nFROM (\n%s\n) AS source\nLEFT JOIN %s AS target ON %s"
            .formatted(
                SCRATCH,
                rowId(columns),
                ROW,
                cases(write, columns),
                ACTION,
                select,
                table,
                same(write)));
    for (int i = 0; i < write.actions().size(); i++) {
      action(table, write, columns, i).ifPresent(statements::add);
    }
    return statements;
  }

  private static String same(Write.Merge write) {
    return write.keys().stream()
        .map(SqliteLiterals::name)
        .map(key -> "target." + key + " IS NOT DISTINCT FROM source." + key)
        .collect(Collectors.joining(" AND "));
  }

  private String cases(Write.Merge write, List<String> columns) {
    var cases = new StringBuilder();
    for (int i = 0; i < write.actions().size(); i++) {
      Write.MergeAction action = write.actions().get(i);
      boolean isMatched = action.kind() != Write.MergeAction.Kind.INSERT_UNMATCHED;
      cases.append(" WHEN target.%s IS %sNULL".formatted(rowId(columns), isMatched ? "NOT " : ""));
      action
          .condition()
          .ifPresent(formula ->
              cases.append(" AND (").append(dialect.expression(formula.tree(), scope)).append(")"));
      cases.append(" THEN ").append(i);
    }
    return cases.toString();
  }

  private Optional<String> action(
      String table, Write.Merge write, List<String> columns, int number) {
    String rows = "FROM temp.%s AS s WHERE s.%s = %d".formatted(SCRATCH, ACTION, number);
    return switch (write.actions().get(number).kind()) {
      case UPDATE_MATCHED -> update(table, write.keys(), columns, rows);
      case DELETE_MATCHED ->
          Optional.of(
              "DELETE FROM %s WHERE %s IN (SELECT s.%s %s)"
                  .formatted(table, rowId(columns), ROW, rows));
      case INSERT_UNMATCHED ->
          Optional.of(
              "INSERT INTO %s (%s) SELECT %s %s"
                  .formatted(table, names(columns, ""), names(columns, "s."), rows));
    };
  }

  private static Optional<String> update(
      String table, List<String> keys, List<String> columns, String rows) {
    String changes =
        columns.stream()
            .filter(column -> !keys.contains(column))
            .map(SqliteLiterals::name)
            .map(column -> column + " = s." + column)
            .collect(Collectors.joining(", "));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "UPDATE %s AS t SET %s %s AND t.%s = s.%s"
                .formatted(table, changes, rows, rowId(columns), ROW));
  }

  private static String names(List<String> columns, String prefix) {
    return columns.stream()
        .map(column -> prefix + SqliteLiterals.name(column))
        .collect(Collectors.joining(", "));
  }

  /** A name of the row's number that no column has taken. */
  static String rowId(List<String> columns) {
    return Stream.of("rowid", "_rowid_", "oid")
        .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
        .findFirst()
        .orElse("rowid");
  }
}
