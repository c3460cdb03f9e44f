package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.IntervalUnit;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.Write;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.FileRows;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.ExpressionScope;
import io.qarion.plugins.sql.Operand;
import io.qarion.plugins.sql.SqlDialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How DuckDB writes what all engines mean alike. */
final class DuckDbDialect implements SqlDialect {

  private final DuckDbFunctions functions = new DuckDbFunctions();

  @Override
  public String name(String identifier) {
    return SqlText.name(identifier);
  }

  @Override
  public String type(DataType type) {
    return DuckDbTypes.of(type);
  }

  @Override
  public String literal(@Nullable Object value, DataType type) {
    return value == null ? "CAST(NULL AS " + type(type) + ")" : DuckDbLiterals.typed(value, type);
  }

  @Override
  public String plain(Object value, DataType type) {
    return DuckDbLiterals.plain(value, type);
  }

  @Override
  public String cast(String sql, DataType from, DataType to, boolean orNull) {
    return DuckDbCasts.cast(sql, from, to, orNull);
  }

  @Override
  public String arithmetic(BinaryOperator operator, Operand left, Operand right, DataType result) {
    return DuckDbArithmetic.of(operator, left, right, result);
  }

  @Override
  public String moved(Operand moment, long amount, IntervalUnit unit) {
    return DateFunctions.moved(moment, Long.toString(amount), unit.text());
  }

  @Override
  public String like(String text, String pattern, boolean caseSensitive, boolean negated) {
    return text + (negated ? " NOT " : " ") + (caseSensitive ? "LIKE " : "ILIKE ") + pattern;
  }

  @Override
  public String call(CallSql call) {
    return functions.written(call);
  }

  @Override
  public String table(String physicalName) {
    return "main." + SqlText.name(physicalName);
  }

  @Override
  public String part(String text, String delimiter, int index) {
    return "string_split(%s, %s)[%d]".formatted(text, SqlText.text(delimiter), index);
  }

  @Override
  public String replaced(String text, String pattern, String with, boolean regex) {
    return regex
        ? TextFunctions.replacedPattern(text, SqlText.text(pattern), with)
        : "replace(%s, %s, %s)".formatted(text, SqlText.text(pattern), SqlText.text(with));
  }

  @Override
  public String hash(String text) {
    return "md5(" + text + ")";
  }

  @Override
  public String fileRows(FileRelation file) {
    return new FileRows(file).lenient();
  }

  @Override
  public String neighbour(String column, boolean backward, String window) {
    return backward
        ? "first_value(%s IGNORE NULLS) OVER (%s ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)"
            .formatted(column, window)
        : "last_value(%s IGNORE NULLS) OVER (%s ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
            .formatted(column, window);
  }

  @Override
  public String numbers(int count, String column) {
    return "(SELECT range AS %s FROM range(1, %d))".formatted(column, count + 1);
  }

  @Override
  public List<String> merge(
      String table, Write.Merge write, List<String> columns, String select, ExpressionScope scope) {
    return List.of(new MergeSql(this, scope).of(table, write, columns, select));
  }
}
