package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.sql.Operand;

/** Conversions: those that leave what SQLite holds as it is, and those that Java computes. */
final class SqliteCasts {

  private final SqliteFunctions functions;

  SqliteCasts(SqliteFunctions functions) {
    this.functions = functions;
  }

  String cast(String sql, DataType from, DataType to, boolean orNull) {
    if (isHeldAlike(from, to)) {
      return sql;
    }
    if (from == PlainType.INTEGER && to == PlainType.FLOAT) {
      return "CAST(" + sql + " AS REAL)";
    }
    if (from == PlainType.INTEGER && to == PlainType.STRING) {
      return "CAST(" + sql + " AS TEXT)";
    }
    if (from == PlainType.DATE && to == PlainType.TIMESTAMP) {
      return sql + " || ' 00:00:00'";
    }
    return functions.cast(Operand.of(sql, from), to, orNull);
  }

  /** Whether every value of a type is held as the same value of the other. */
  private static boolean isHeldAlike(DataType from, DataType to) {
    return switch (from) {
      case DecimalType(int precision, int scale) ->
          to == PlainType.STRING
              || (to instanceof DecimalType(int wanted, int digits)
                  && digits == scale
                  && wanted >= precision);
      case PlainType.DATE, PlainType.TIME, PlainType.TIMESTAMP, PlainType.JSON ->
          to.equals(from) || to == PlainType.STRING;
      case PlainType.BOOLEAN -> to.equals(from) || to == PlainType.INTEGER;
      case PlainType.INTEGER, PlainType.FLOAT, PlainType.STRING, PlainType.BINARY ->
          to.equals(from);
    };
  }
}
