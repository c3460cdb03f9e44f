package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Values and names as SQLite reads them. */
final class SqliteLiterals {

  private SqliteLiterals() {}

  /**
   * A name in quotes. SQLite takes these two for values where a column of a SELECT has them as its
   * name, quoted or not.
   */
  static String name(String identifier) {
    boolean isValue = identifier.equalsIgnoreCase("true") || identifier.equalsIgnoreCase("false");
    String name = isValue ? "xt_named_" + identifier : identifier;
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String value) {
    // A statement ends at its first NUL.
    return value.indexOf('\0') < 0
        ? "'" + value.replace("'", "''") + "'"
        : "CAST(X'%s' AS TEXT)"
            .formatted(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** A value of a type. */
  static String of(Object value, DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN -> Boolean.TRUE.equals(value) ? "1" : "0";
      case PlainType.INTEGER -> Long.toString(((Number) value).longValue());
      case PlainType.FLOAT -> floating(((Number) value).doubleValue());
      case PlainType.BINARY ->
          "X'"
              + (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString())
              + "'";
      case PlainType.STRING, PlainType.DATE, PlainType.TIME, PlainType.TIMESTAMP, PlainType.JSON ->
          text(String.valueOf(Cells.stored(value)));
      case DecimalType(_, int scale) ->
          text(new BigDecimal(value.toString()).setScale(scale).toPlainString());
    };
  }

  private static String floating(double number) {
    if (Double.isNaN(number)) {
      return "'NaN'";
    }
    return Double.isInfinite(number) ? (number > 0 ? "9e999" : "-9e999") : Double.toString(number);
  }
}
