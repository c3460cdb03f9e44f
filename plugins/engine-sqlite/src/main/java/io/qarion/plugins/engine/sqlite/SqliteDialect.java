package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.IntervalUnit;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.Write;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.ExpressionScope;
import io.qarion.plugins.sql.Operand;
import io.qarion.plugins.sql.SqlDialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How SQLite writes what all engines mean alike; what it lacks is computed by Java. */
final class SqliteDialect implements SqlDialect {

  private static final int MOST_DIGITS = 9;

  private final JavaFunctions java;
  private final FileTables files;
  private final SqliteFunctions functions;
  private final SqliteCasts casts;

  SqliteDialect(JavaFunctions java, FileTables files) {
    this.java = java;
    this.files = files;
    this.functions = new SqliteFunctions(java);
    this.casts = new SqliteCasts(functions);
  }

  @Override
  public String name(String identifier) {
    return SqliteLiterals.name(identifier);
  }

  @Override
  public String type(DataType type) {
    return SqliteTypes.of(type);
  }

  @Override
  public String literal(@Nullable Object value, DataType type) {
    return value == null
        ? "CAST(NULL AS " + SqliteTypes.of(type) + ")"
        : SqliteLiterals.of(value, type);
  }

  @Override
  public String plain(Object value, DataType type) {
    return SqliteLiterals.of(value, type);
  }

  @Override
  public String cast(String sql, DataType from, DataType to, boolean orNull) {
    return casts.cast(sql, from, to, orNull);
  }

  @Override
  public String arithmetic(BinaryOperator operator, Operand left, Operand right, DataType result) {
    return functions.operator(operator, left, right, result);
  }

  @Override
  public String negated(Operand number) {
    return functions.scalar("negate", List.of(number), number.type());
  }

  @Override
  public String days(Operand from, Operand to) {
    return "CAST(julianday(%s) - julianday(%s) AS INTEGER)".formatted(to.sql(), from.sql());
  }

  /** Only for left joins it makes an index on the way; else each row is held against each. */
  @Override
  public boolean joinsEveryWay() {
    return false;
  }

  /**
   * An index is used only if both sides are compared as the same type of SQLite. For floats that is
   * none, which a plus sign stands for, since a cast would lose NaN.
   */
  @Override
  public String lookedUp(Operand key) {
    String type = SqliteTypes.of(key.type());
    return type.equals("ANY") ? "+" + key.closed() : "CAST(%s AS %s)".formatted(key.sql(), type);
  }

  @Override
  public boolean comparesMixedTypes() {
    return false;
  }

  @Override
  public String ordered(String sql, DataType type) {
    if (!(type instanceof DecimalType)) {
      return sql;
    }
    String name =
        java.scalar(
            "order",
            List.of(PlainType.STRING),
            PlainType.STRING,
            () -> arguments -> arguments[0] == null ? null : Cells.order(arguments[0].toString()));
    return name + "(" + sql + ")";
  }

  /** SQLite's own functions take decimals for texts. */
  @Override
  public String ofSource(String column, DataType type) {
    return type instanceof DecimalType ? "CAST(" + column + " AS REAL)" : column;
  }

  @Override
  public String moved(Operand moment, long amount, IntervalUnit unit) {
    return functions.moved(moment, amount, unit);
  }

  @Override
  public String like(String text, String pattern, boolean caseSensitive, boolean negated) {
    String call =
        functions.scalar(
            caseSensitive ? "like" : "ilike",
            List.of(Operand.of(text, PlainType.STRING), Operand.of(pattern, PlainType.STRING)),
            PlainType.BOOLEAN);
    return negated ? "NOT " + call : call;
  }

  @Override
  public String call(CallSql call) {
    return functions.written(call);
  }

  @Override
  public String table(String physicalName) {
    return "main." + SqliteLiterals.name(physicalName);
  }

  @Override
  public String part(String text, String delimiter, int index) {
    String name =
        java.scalar(
            "part",
            List.of(PlainType.STRING, PlainType.STRING, PlainType.INTEGER),
            PlainType.STRING,
            () -> TextParts::part);
    return "%s(%s, %s, %d)".formatted(name, text, SqliteLiterals.text(delimiter), index);
  }

  @Override
  public String replaced(String text, String pattern, String with, boolean regex) {
    return functions.scalar(
        regex ? "regexp_replace" : "replace",
        List.of(Operand.of(text, PlainType.STRING), constant(pattern), constant(with)),
        PlainType.STRING);
  }

  private static Operand constant(String text) {
    return new Operand(SqliteLiterals.text(text), PlainType.STRING, Optional.of(text));
  }

  @Override
  public String hash(String text) {
    return functions.scalar("md5", List.of(Operand.of(text, PlainType.STRING)), PlainType.STRING);
  }

  @Override
  public String fileRows(FileRelation file) {
    return "SELECT * FROM " + files.table(file);
  }

  @Override
  public String neighbour(String column, boolean backward, String window) {
    return "%s(%s) OVER (%s ROWS BETWEEN %s)"
        .formatted(
            functions.nearest(backward),
            column,
            window,
            backward
                ? "CURRENT ROW AND UNBOUNDED FOLLOWING"
                : "UNBOUNDED PRECEDING AND CURRENT ROW");
  }

  @Override
  public String numbers(int count, String column) {
    return "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT i AS %s FROM n)"
        .formatted(count, name(column));
  }

  /** Whole numbers, since SQLite has no decimals to multiply with. */
  @Override
  public String isInShare(String rank, BigDecimal fraction, String rows) {
    BigDecimal plain = fraction.stripTrailingZeros();
    int digits = Math.max(0, plain.scale());
    if (digits > MOST_DIGITS) {
      return "%s <= ceil(%s * %s)".formatted(rank, plain.toPlainString(), rows);
    }
    return "(%s - 1) * %s < %s * %s"
        .formatted(
            rank,
            BigDecimal.TEN.pow(digits).toPlainString(),
            plain.movePointRight(digits).toPlainString(),
            rows);
  }

  @Override
  public List<String> merge(
      String table, Write.Merge write, List<String> columns, String select, ExpressionScope scope) {
    return new SqliteMerge(this, scope).of(table, write, columns, select);
  }
}
