package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;
import java.math.BigDecimal;
import java.util.HexFormat;

/** Values as DuckDB's literals. */
final class DuckDbLiterals {

  /** DuckDB reads whole numbers up to this one as 32 bits. */
  private static final long LARGEST_INT = Integer.MAX_VALUE;

  private DuckDbLiterals() {}

  /** A literal that has exactly the type. */
  static String typed(Object value, DataType type) {
    return switch (type) {
      case PlainType.INTEGER -> integer(value);
      case PlainType.DATE -> "DATE " + SqlText.text(value.toString());
      case PlainType.TIME, PlainType.TIMESTAMP -> cast(moment(value), type);
      case PlainType.JSON -> cast(value.toString(), type);
      case PlainType.BINARY -> "unhex(" + SqlText.text(hex(value)) + ")";
      case PlainType.BOOLEAN, PlainType.STRING -> plain(value, type);
      case PlainType.FLOAT -> floating(value);
      case DecimalType decimal -> decimal(new BigDecimal(value.toString()), decimal);
    };
  }

  /** A literal whose type follows from what stands beside it. */
  static String plain(Object value, DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN -> value.toString();
      case PlainType.INTEGER -> value.equals(Long.MIN_VALUE) ? integer(value) : value.toString();
      case PlainType.STRING -> SqlText.text(value.toString());
      case DecimalType _ when value instanceof BigDecimal number && number.precision() <= 18 ->
          number.toPlainString();
      case PlainType _, DecimalType _ -> typed(value, type);
    };
  }

  private static String integer(Object value) {
    long number = ((Number) value).longValue();
    if (number > LARGEST_INT) {
      return Long.toString(number);
    }
    return number >= 0 ? number + "::BIGINT" : cast(Long.toString(number), PlainType.INTEGER);
  }

  private static String floating(Object value) {
    double number = ((Number) value).doubleValue();
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return "'" + Double.toString(number).replace("Infinity", "inf") + "'::DOUBLE";
    }
    String text = Double.toString(number);
    return text.contains("E") ? text : text.replaceFirst("\\.0$", "") + "e0";
  }

  /** DuckDB reads 0.5 with one digit before the point, and so as one digit more than there are. */
  private static String decimal(BigDecimal value, DecimalType type) {
    String text = value.setScale(type.scale()).toPlainString();
    boolean same =
        value.abs().compareTo(BigDecimal.ONE) >= 0
            && value.signum() > 0
            && value.setScale(type.scale()).precision() == type.precision()
            && type.scale() > 0;
    return same ? text : cast(text, type);
  }

  private static String cast(String text, DataType type) {
    return "CAST(" + SqlText.text(text) + " AS " + DuckDbTypes.of(type) + ")";
  }

  private static String moment(Object value) {
    return value.toString().replace('T', ' ');
  }

  private static String hex(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
  }
}
