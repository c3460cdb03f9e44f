package io.qarion.plugins.sql;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.TableProblems;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the statements that put the rows of a SELECT into a table. */
public final class WriteSql {

  private static final String GONE = "xt_gone";
  private static final String SCRATCH = "xt_scratch";

  private final SqlDialect dialect;
  private final SqlRenderer renderer;

  public WriteSql(SqlDialect dialect) {
    this.dialect = dialect;
    this.renderer = new SqlRenderer(dialect);
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
    Schema deciding = deciding(instruction.write(), target.schema(), given);
    String rows = matched(target, select, given, deciding.names(), batch);
    return switch (instruction.write()) {
      case Write.Append _ -> List.of(insert(table, columns, rows));
      case Write.Replace _ -> List.of("DELETE FROM " + table, insert(table, columns, rows));
      case Write.ReplaceKeys(List<String> keys) ->
          replaced(table, columns, rows, keys, dialect.name(SCRATCH));
      case Write.ReplaceGroups(List<String> keys, Query groups) ->
          replaced(
              table,
              columns,
              rows,
              keys,
              "(\n" + renderer.render(groups, RenderContext.of(batch)).sql() + "\n)");
      case Write.Merge merge ->
          dialect.merge(
              table,
              merge,
              columns,
              rows,
              new ExpressionScope(
                  List.of(
                      new ExpressionScope.ScopedTable(
                          "source", "source", joined(target.schema(), deciding)),
                      new ExpressionScope.ScopedTable("target", "target", target.schema())),
                  batch.values()));
    };
  }

  /**
   * @param gone what names the groups whose rows go, as it stands after FROM
   */
  private List<String> replaced(
      String table, List<String> columns, String rows, List<String> keys, String gone) {
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
    String looked = gone;
    if (!dialect.joinsEveryWay()) {
      looked = dialect.name(GONE);
      statements.addAll(indexed(looked, gone, keys));
    }
    statements.add(
        "DELETE FROM %s WHERE EXISTS (SELECT 1 FROM %s AS s WHERE %s)"
            .formatted(table, looked, same));
    statements.add(insert(table, columns, "SELECT " + names(columns) + " FROM " + scratch));
    return statements;
  }

  /** Without an index each row of the table would be held against each of the groups. */
  private List<String> indexed(String table, String groups, List<String> keys) {
    return List.of(
        "DROP TABLE IF EXISTS " + table,
        "CREATE TEMP TABLE %s AS SELECT DISTINCT %s FROM %s".formatted(table, names(keys), groups),
        "CREATE INDEX %s ON %s (%s)".formatted(dialect.name(GONE + "_keys"), table, names(keys)));
  }

  private String insert(String table, List<String> columns, String rows) {
    return "INSERT INTO " + table + " (" + names(columns) + ")\n" + rows;
  }

  /** Columns that decide what a merge does with a row, and are not written. */
  private static Schema deciding(Write write, Schema target, Schema given) {
    return write instanceof Write.Merge merge
        ? new Schema(
            given.columns().stream()
                .filter(column -> !target.has(column.name()) && merge.mentions(column.name()))
                .toList())
        : new Schema(List.of());
  }

  private static Schema joined(Schema first, Schema second) {
    var columns = new ArrayList<>(first.columns());
    columns.addAll(second.columns());
    return new Schema(columns);
  }

  /** The SELECT with the target's columns, in its order and types, and those that decide. */
  private String matched(
      Dataset target, String select, Schema given, List<String> deciding, BatchContext batch) {
    refuseUnknown(target, given, deciding);
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
    deciding.forEach(name -> columns.add(dialect.name(name)));
    return "SELECT " + String.join(", ", columns) + "\nFROM (\n" + select + "\n) AS written";
  }

  private String filler(String column, String type, BatchContext batch) {
    return column.equals(TechnicalColumns.BATCH_ID)
        ? dialect.literal(batch.batchId(), PlainType.INTEGER)
        : "CAST(NULL AS " + type + ")";
  }

  private static void refuseUnknown(Dataset target, Schema given, List<String> deciding) {
    List<String> unknown =
        given.names().stream()
            .filter(name -> !target.schema().has(name) && !deciding.contains(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw TableProblems.extraColumns(target, unknown);
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
