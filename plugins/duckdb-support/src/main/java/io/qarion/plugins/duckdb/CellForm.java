package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;

/**
 * How the cells of a type travel between DuckDB and columns of Java, so that most are no objects.
 */
public enum CellForm {
  /**
   * An integer: 1 for true, days since 1970-01-01, microseconds of the day or since the start of
   * 1970, a decimal of up to 18 digits without its point. What is infinite is the largest integer
   * of the type that DuckDB has for it, 32 bits for a date.
   */
  NUMBER,
  REAL,
  /** A text, a wide decimal in digits, binary as hexadecimal digits. */
  TEXT;

  private static final int NARROW_DIGITS = 18;
  private static final String LAST_MOMENT = "9223372036854775807";
  private static final String LAST_DAY = "2147483647";

  /** The one in which cells of a type travel. */
  public static CellForm of(DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN,
          PlainType.INTEGER,
          PlainType.DATE,
          PlainType.TIME,
          PlainType.TIMESTAMP ->
          NUMBER;
      case PlainType.FLOAT -> REAL;
      case PlainType.STRING, PlainType.JSON, PlainType.BINARY -> TEXT;
      case DecimalType(int precision, _) -> precision <= NARROW_DIGITS ? NUMBER : TEXT;
    };
  }

  /** SQL for a value of a type in its form. */
  static String of(String value, DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN, PlainType.INTEGER -> "CAST(%s AS BIGINT)".formatted(value);
      case PlainType.DATE -> "(%s - DATE '1970-01-01')".formatted(value);
      case PlainType.TIME -> "epoch_us(%s)".formatted(value);
      case PlainType.TIMESTAMP ->
          "CASE %1$s WHEN TIMESTAMP 'infinity' THEN %2$s WHEN TIMESTAMP '-infinity' THEN -%2$s ELSE epoch_us(%1$s) END"
              .formatted(value, LAST_MOMENT);
      case PlainType.FLOAT, PlainType.STRING -> value;
      case PlainType.JSON -> "CAST(%s AS VARCHAR)".formatted(value);
      case PlainType.BINARY -> "lower(hex(%s))".formatted(value);
      case DecimalType(int precision, int scale) ->
          precision <= NARROW_DIGITS
              ? "CAST(CAST(%s AS DECIMAL(38, %d)) * CAST(1%s AS DECIMAL(%d, 0)) AS BIGINT)"
                  .formatted(value, scale, "0".repeat(scale), scale + 1)
              : "CAST(%s AS VARCHAR)".formatted(value);
    };
  }

  /** SQL for the value of a type that is in its form. */
  static String value(String form, DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN -> "CAST(%s AS BOOLEAN)".formatted(form);
      case PlainType.INTEGER, PlainType.FLOAT, PlainType.STRING -> form;
      case PlainType.DATE ->
          "CASE %1$s WHEN %2$s THEN DATE 'infinity' WHEN -%2$s THEN DATE '-infinity' ELSE DATE '1970-01-01' + CAST(%1$s AS INTEGER) END"
              .formatted(form, LAST_DAY);
      case PlainType.TIME -> "CAST(make_timestamp(%s) AS TIME)".formatted(form);
      case PlainType.TIMESTAMP ->
          "CASE %1$s WHEN %2$s THEN TIMESTAMP 'infinity' WHEN -%2$s THEN TIMESTAMP '-infinity' ELSE make_timestamp(%1$s) END"
              .formatted(form, LAST_MOMENT);
      case PlainType.JSON -> "CAST(%s AS JSON)".formatted(form);
      case PlainType.BINARY -> "unhex(%s)".formatted(form);
      case DecimalType(int precision, int scale) ->
          precision <= NARROW_DIGITS && scale > 0
              ? "CAST(CAST(%s AS DECIMAL(38, 0)) * CAST('0.%s1' AS DECIMAL(%d, %d)) AS %s)"
                  .formatted(form, "0".repeat(scale - 1), scale, scale, DuckDbTypes.of(type))
              : "CAST(%s AS %s)".formatted(form, DuckDbTypes.of(type));
    };
  }
}
