package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;

/**
 * Conversions with our meaning. DuckDB's own take more texts than ours ({@code 12.7} and {@code
 * 0x1F} as integers, {@code yes} as a boolean); those are put in quotes first, which no type reads.
 */
final class DuckDbCasts {

  /** No text of a number, of a kind each. */
  private static final String NO_INTEGER = "(?s)^.*[^0-9+-].*$";

  private static final String NO_DECIMAL = "(?s)^.*[^0-9+.eE-].*$";
  private static final String NO_FLOAT = "(?s)^.*[^0-9+.eEnaifNAIF-].*$";
  private static final String NO_BOOLEAN = "(?s)^(?:[A-Za-z]{1,3}|.*[^A-Za-z01].*)$";
  private static final String NO_YEAR = "0000.*|[0-9]{0,3}(?:-.*|$)|[0-9]{5}.*";
  private static final String NO_DATE = "(?s)^(?:.*[^0-9-].*|" + NO_YEAR + ")$";
  private static final String NO_TIMESTAMP =
      "(?s)^(?:.*[^0-9T :.-].*| .*|.* |.*[.][0-9]{7,}|" + NO_YEAR + ")$";
  private static final String NO_TIME = "(?s)^(?:.*[^0-9:.].*|24.*|.*[.][0-9]{7,})$";

  private DuckDbCasts() {}

  static String cast(String sql, DataType from, DataType to, boolean orNull) {
    if (from.equals(to)) {
      return sql;
    }
    String target = DuckDbTypes.of(to);
    return (orNull ? "TRY_CAST(" : "CAST(") + readable(sql, from, to) + " AS " + target + ")";
  }

  private static String readable(String sql, DataType from, DataType to) {
    if (from == PlainType.STRING) {
      return text(sql, to);
    }
    if (from instanceof DecimalType(int precision, int scale) && precision == scale) {
      return to == PlainType.STRING ? zeroBeforePoint(sql) : sql;
    }
    return from == PlainType.FLOAT && to == PlainType.INTEGER ? "round(" + sql + ")" : sql;
  }

  /** DuckDB writes a decimal that has no digits before the point as .5. */
  private static String zeroBeforePoint(String sql) {
    return "regexp_replace(CAST(" + sql + " AS VARCHAR), '^(-?)[.]', '\\10.')";
  }

  private static String text(String sql, DataType to) {
    return switch (to) {
      case PlainType.BOOLEAN -> quotedIf(sql, NO_BOOLEAN);
      case PlainType.INTEGER -> quotedIf(sql, NO_INTEGER);
      case PlainType.FLOAT -> quotedIf(sql, NO_FLOAT);
      case PlainType.DATE -> quotedIf(sql, NO_DATE);
      case PlainType.TIME -> quotedIf(sql, NO_TIME);
      case PlainType.TIMESTAMP -> quotedIf(sql, NO_TIMESTAMP);
      case DecimalType _ -> quotedIf(sql, NO_DECIMAL);
      case PlainType.STRING, PlainType.JSON, PlainType.BINARY -> sql;
    };
  }

  private static String quotedIf(String sql, String pattern) {
    return "regexp_replace(%s, %s, '\"\\0\"')".formatted(sql, SqlText.text(pattern));
  }
}
