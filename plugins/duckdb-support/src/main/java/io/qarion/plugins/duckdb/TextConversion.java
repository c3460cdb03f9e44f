package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.FileRelation;

/**
 * Converts the text of a file into typed values without ever changing a value in silence: DuckDB's
 * own casts round {@code 12.7} to 13 and drop the offset of a time.
 */
final class TextConversion {

  private static final String INTEGER = "[+-]?[0-9]+";
  private static final String FLOAT =
      "(?i)[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?|[+-]?inf(inity)?|nan";
  private static final String DATE = "[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}";
  private static final String OFFSET = "(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)$";

  private final FileRelation file;

  TextConversion(FileRelation file) {
    this.file = file;
  }

  /** An expression that is the typed value, or NULL where the text is none of this type. */
  String value(String column, DataType type) {
    String text = text(column, type);
    return switch (type) {
      case PlainType.STRING -> text;
      case PlainType.INTEGER ->
          "CASE WHEN %s THEN TRY_CAST(%s AS BIGINT) END".formatted(matches(text, INTEGER), text);
      case PlainType.FLOAT ->
          "CASE WHEN %s THEN TRY_CAST(%s AS DOUBLE) END".formatted(matches(text, FLOAT), text);
      case DecimalType decimal ->
          "CASE WHEN %s THEN TRY_CAST(%s AS %s) END"
              .formatted(matches(text, digits(decimal)), text, DuckDbTypes.of(decimal));
      case PlainType.BOOLEAN ->
          "CASE lower(%s) WHEN 'true' THEN true WHEN 't' THEN true WHEN 'yes' THEN true WHEN '1' THEN true WHEN 'false' THEN false WHEN 'f' THEN false WHEN 'no' THEN false WHEN '0' THEN false END"
              .formatted(text);
      case PlainType.DATE -> date(text);
      case PlainType.TIME -> "TRY_CAST(%s AS TIME)".formatted(text);
      case PlainType.TIMESTAMP -> timestamp(text);
      case PlainType.JSON -> "CASE WHEN json_valid(%s) THEN %s::JSON END".formatted(text, text);
      case PlainType.BINARY -> "encode(" + text + ")";
    };
  }

  /** A condition that holds where there is text and it is none of this type. */
  String isBad(String column, DataType type) {
    if (type == PlainType.STRING || type == PlainType.BINARY) {
      return "false";
    }
    return "(%s IS NULL AND %s IS NOT NULL)".formatted(value(column, type), text(column, type));
  }

  private String text(String column, DataType type) {
    String name = SqlText.name(column);
    if (type == PlainType.STRING || type == PlainType.BINARY) {
      return flag(RelationSql.TRIM) ? "trim(" + name + ")" : name;
    }
    String trimmed = "nullif(trim(" + name + "), '')";
    return type.isNumeric() ? plainNumber(trimmed) : trimmed;
  }

  private String plainNumber(String text) {
    String thousands = option(RelationSql.THOUSANDS);
    String point = option(RelationSql.DECIMAL_POINT);
    String result =
        thousands.isEmpty() ? text : "replace(%s, %s, '')".formatted(text, SqlText.text(thousands));
    return point.isEmpty() || point.equals(".")
        ? result
        : "replace(%s, %s, '.')".formatted(result, SqlText.text(point));
  }

  private String date(String text) {
    String format = option(RelationSql.DATE_FORMAT);
    return format.isEmpty()
        ? "CASE WHEN %s THEN TRY_CAST(%s AS DATE) END".formatted(matches(text, DATE), text)
        : "CAST(try_strptime(%s, %s) AS DATE)".formatted(text, SqlText.text(format));
  }

  private String timestamp(String text) {
    String format = option(RelationSql.TIMESTAMP_FORMAT);
    String zone = option(RelationSql.SOURCE_ZONE);
    String plain =
        format.isEmpty()
            ? "TRY_CAST(%s AS TIMESTAMP)".formatted(text)
            : "try_strptime(%s, %s)".formatted(text, SqlText.text(format));
    String local =
        zone.isEmpty() || zone.equals("UTC")
            ? plain
            : "timezone('UTC', timezone(%s, %s))".formatted(SqlText.text(zone), plain);
    if (!format.isEmpty()) {
      return local;
    }
    return "CASE WHEN length(%s) > 16 AND regexp_matches(%s, %s) THEN timezone('UTC', TRY_CAST(%s AS TIMESTAMPTZ)) ELSE %s END"
        .formatted(text, text, SqlText.text(OFFSET), text, local);
  }

  /** Digits that fit the scale; zeros behind it change nothing. */
  private static String digits(DecimalType type) {
    return "[+-]?([0-9]+\\.?[0-9]{0,%d}0*|\\.[0-9]{1,%d}0*)"
        .formatted(type.scale(), Math.max(1, type.scale()));
  }

  private static String matches(String text, String pattern) {
    return "regexp_full_match(" + text + ", " + SqlText.text(pattern) + ")";
  }

  private String option(String key) {
    return file.options().get(key) instanceof String text ? text : "";
  }

  private boolean flag(String key) {
    return Boolean.TRUE.equals(file.options().get(key));
  }
}
