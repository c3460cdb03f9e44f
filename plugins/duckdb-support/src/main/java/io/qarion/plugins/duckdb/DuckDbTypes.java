package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logical types as DuckDB has them, and back. */
public final class DuckDbTypes {

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

  private static final Map<String, DataType> LOGICAL =
      Map.ofEntries(
          Map.entry("BOOLEAN", PlainType.BOOLEAN),
          Map.entry("TINYINT", PlainType.INTEGER),
          Map.entry("SMALLINT", PlainType.INTEGER),
          Map.entry("INTEGER", PlainType.INTEGER),
          Map.entry("BIGINT", PlainType.INTEGER),
          Map.entry("UTINYINT", PlainType.INTEGER),
          Map.entry("USMALLINT", PlainType.INTEGER),
          Map.entry("UINTEGER", PlainType.INTEGER),
          Map.entry("UBIGINT", new DecimalType(20, 0)),
          Map.entry("HUGEINT", new DecimalType(38, 0)),
          Map.entry("UHUGEINT", new DecimalType(38, 0)),
          Map.entry("FLOAT", PlainType.FLOAT),
          Map.entry("DOUBLE", PlainType.FLOAT),
          Map.entry("DATE", PlainType.DATE),
          Map.entry("TIME", PlainType.TIME),
          Map.entry("TIME_NS", PlainType.TIME),
          Map.entry("TIMESTAMP", PlainType.TIMESTAMP),
          Map.entry("TIMESTAMP_S", PlainType.TIMESTAMP),
          Map.entry("TIMESTAMP_MS", PlainType.TIMESTAMP),
          Map.entry("TIMESTAMP_NS", PlainType.TIMESTAMP),
          Map.entry("TIMESTAMP WITH TIME ZONE", PlainType.TIMESTAMP),
          Map.entry("JSON", PlainType.JSON),
          Map.entry("BLOB", PlainType.BINARY));

  private DuckDbTypes() {}

  /** Name of the type that holds a logical type. */
  public static String of(DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN -> "BOOLEAN";
      case PlainType.INTEGER -> "BIGINT";
      case PlainType.FLOAT -> "DOUBLE";
      case PlainType.STRING -> "VARCHAR";
      case PlainType.DATE -> "DATE";
      case PlainType.TIME -> "TIME";
      case PlainType.TIMESTAMP -> "TIMESTAMP";
      case PlainType.JSON -> "JSON";
      case PlainType.BINARY -> "BLOB";
      case DecimalType(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  /** The logical type of a column of DuckDB; nested values are JSON, all others text. */
  public static DataType parse(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (isNested(upper)) {
      return PlainType.JSON;
    }
    Matcher decimal = DECIMAL.matcher(upper);
    if (decimal.matches()) {
      return new DecimalType(
          Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return LOGICAL.getOrDefault(upper, PlainType.STRING);
  }

  /** Whether values of a type hold other values. */
  public static boolean isNested(String name) {
    return name.endsWith("]")
        || name.startsWith("STRUCT(")
        || name.startsWith("MAP(")
        || name.startsWith("UNION(");
  }
}
