package io.qarion.plugins.sql;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the statements that put the rows of a SELECT into a table. */
public final class WriteSql {

  private static final String SCRATCH = "xt_scratch";

  private final SqlDialect dialect;

  public WriteSql(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The statements in order; the last one's update count is the number of rows written.
   *
   * @param given the columns that the SELECT gives
   */
  public List<String> statements(
      TransformationInstruction instruction, String select, Schema given, BatchContext batch) {
    Dataset target = instruction.target();
    String table = dialect.table(target.physicalName());
    List<String> columns = target.schema().names();
    String rows = matched(target, select, given, batch);
    return switch (instruction.write()) {
      case Write.Append _ -> List.of(insert(table, columns, rows));
      case Write.Replace _ -> List.of("DELETE FROM " + table, insert(table, columns, rows));
      case Write.ReplaceKeys(List<String> keys) -> replaceKeys(table, columns, rows, keys);
      case Write.Merge merge ->
          dialect.merge(
              table,
              merge,
              columns,
              rows,
              new ExpressionScope(
                  List.of(
                      new ExpressionScope.ScopedTable("source", "source", target.schema()),
                      new ExpressionScope.ScopedTable("target", "target", target.schema())),
                  batch.values()));
    };
  }

  private List<String> replaceKeys(
      String table, List<String> columns, String rows, List<String> keys) {
    String scratch = dialect.name(SCRATCH);
    String same =
        keys.stream()
            .map(key ->
                "%s.%s IS NOT DISTINCT FROM s.%s"
                    .formatted(table, dialect.name(key), dialect.name(key)))
            .collect(Collectors.joining(" AND "));
    var statements = new ArrayList<String>();
    statements.add("DROP TABLE IF EXISTS " + scratch);
    statements.add("CREATE TEMP TABLE " + scratch + " AS\n" + rows);
    statements.add(
        "DELETE FROM %s WHERE EXISTS (SELECT 1 FROM %s AS s WHERE %s)"
            .formatted(table, scratch, same));
    statements.add(insert(table, columns, "SELECT " + names(columns) + " FROM " + scratch));
    return statements;
  }

  private String insert(String table, List<String> columns, String rows) {
    return "INSERT INTO " + table + " (" + names(columns) + ")\n" + rows;
  }

  /** The SELECT with exactly the target's columns, in its order and types. */
  private String matched(Dataset target, String select, Schema given, BatchContext batch) {
    refuseUnknown(target, given);
    var columns = new ArrayList<String>();
    for (var wanted : target.schema().columns()) {
      String name = dialect.name(wanted.name());
      String value =
          given
              .find(wanted.name())
              .map(column ->
                  column.type().equals(wanted.type())
                      ? name
                      : dialect.cast(name, column.type(), wanted.type(), false))
              .orElseGet(() -> filler(wanted.name(), dialect.type(wanted.type()), batch));
      columns.add(value.equals(name) ? name : value + " AS " + name);
    }
    return "SELECT " + String.join(", ", columns) + "\nFROM (\n" + select + "\n) AS written";
  }

  private String filler(String column, String type, BatchContext batch) {
    return column.equals(TechnicalColumns.BATCH_ID)
        ? dialect.literal(batch.batchId(), PlainType.INTEGER)
        : "CAST(NULL AS " + type + ")";
  }

  private static void refuseUnknown(Dataset target, Schema given) {
    List<String> unknown =
        given.names().stream().filter(name -> !target.schema().has(name)).toList();
    if (!unknown.isEmpty()) {
      throw new QarionException(
          Problem.error(
              "dataset.extra_columns",
              Place.of("datasets." + target.name()),
              "Dataset '%s' has no column for %s."
                  .formatted(
                      target.name(),
                      unknown.stream()
                          .map(name -> "'" + name + "'")
                          .collect(Collectors.joining(", "))),
              "Add the column to the dataset, or leave it out with a select."));
    }
  }

  private String names(List<String> columns) {
    return columns.stream().map(dialect::name).collect(Collectors.joining(", "));
  }

  /** Columns of a table definition. */
  public String definition(Schema schema) {
    return schema.columns().stream()
        .map(column ->
            dialect.name(column.name())
                + " "
                + dialect.type(column.type())
                + (column.required() ? " NOT NULL" : ""))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
