package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;

/**
 * Types of SQLite's strict tables, and what stands in them
 * (docs/decisions/0007-values-in-sqlite.md).
 */
final class SqliteTypes {

  private SqliteTypes() {}

  /** Name of the type that holds a logical type. */
  static String of(DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN, PlainType.INTEGER -> "INTEGER";
      // A column of reals takes no NaN, which is kept as text behind all numbers.
      case PlainType.FLOAT -> "ANY";
      case PlainType.STRING, PlainType.DATE, PlainType.TIME, PlainType.TIMESTAMP, PlainType.JSON ->
          "TEXT";
      case PlainType.BINARY -> "BLOB";
      case DecimalType _ -> "TEXT";
    };
  }

  /** A short word for a type in the name of a function. */
  static String code(DataType type) {
    return switch (type) {
      case PlainType plain -> plain.text();
      case DecimalType(int precision, int scale) -> "decimal_" + precision + "_" + scale;
    };
  }
}
