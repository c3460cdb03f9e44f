package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Converts the text of a file into typed values without ever changing a value in silence: DuckDB's
 * own casts round {@code 12.7} to 13, take {@code 0x10} for 16 and drop the offset of a time.
 *
 * <p>Most texts are written as DuckDB writes the value itself; for them a cast there and back
 * proves that nothing changed, at a fraction of a pattern's price. Only the others are held against
 * a pattern (docs/decisions/0002-strict-loading.md).
 */
final class TextConversion {

  private static final String INTEGER = "[+-]?[0-9]+";
  private static final String FLOAT = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";
  private static final String NO_NUMBER = "(?i)[+-]?(inf|infinity|nan)";
  private static final String DATE = "[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}";
  private static final String TIME = "([01]?[0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?";
  private static final String MOMENT = DATE + "[ T]" + TIME;
  private static final String OFFSET = " ?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)";

  private final Map<String, Object> options;

  TextConversion(Map<String, Object> options) {
    this.options = options;
  }

  /**
   * A first attempt: right wherever {@link #value} finds that the text is the value's own form.
   *
   * @param text an expression that is text or NULL
   */
  String attempt(String text, DataType type) {
    return "TRY_CAST(%s AS %s)".formatted(text, DuckDbTypes.of(type));
  }

  /** Whether {@link #attempt} is of use for values of a type. */
  boolean hasAttempt(DataType type) {
    return switch (type) {
      case PlainType.STRING, PlainType.JSON, PlainType.BINARY -> false;
      case PlainType.BOOLEAN, PlainType.TIME -> true;
      case PlainType.DATE -> option(RelationSql.DATE_FORMAT).isEmpty();
      case PlainType.TIMESTAMP -> option(RelationSql.TIMESTAMP_FORMAT).isEmpty() && isUtc();
      case PlainType.INTEGER, PlainType.FLOAT -> isPlainlyWritten();
      case DecimalType _ -> isPlainlyWritten();
    };
  }

  /** The typed value, or NULL where the text is none of this type, given the first attempt. */
  String value(String text, String attempt, DataType type) {
    String proof =
        switch (type) {
          case PlainType.BOOLEAN -> "%2$s IS NOT NULL";
          case PlainType.FLOAT ->
              "isfinite(%2$s) AND NOT contains(%1$s, '_') AND NOT contains(%1$s, '+')";
          case PlainType.DATE -> "CAST(%2$s AS VARCHAR) = %1$s AND length(%1$s) = 10";
          case PlainType.TIME -> "CAST(%2$s AS VARCHAR) = %1$s AND %1$s < '24'";
          // Neither 'infinity' nor a year before Christ.
          case PlainType.TIMESTAMP ->
              "CAST(%2$s AS VARCHAR) = %1$s AND length(%1$s) >= 19 AND NOT ends_with(%1$s, ')')";
          case PlainType _ -> "CAST(%2$s AS VARCHAR) = %1$s";
          case DecimalType _ -> "CAST(%2$s AS VARCHAR) = %1$s";
        };
    return "CASE WHEN %s THEN %s WHEN %s IS NOT NULL THEN %s END"
        .formatted(proof.formatted(text, attempt), attempt, text, value(text, type));
  }

  /** The typed value, or NULL where the text is none of this type. */
  String value(String text, DataType type) {
    String trimmed = "nullif(trim(" + text + "), '')";
    return switch (type) {
      case PlainType.STRING -> flag(RelationSql.TRIM) ? "trim(" + text + ")" : text;
      case PlainType.BINARY -> "encode(" + text + ")";
      case PlainType.JSON ->
          "CASE WHEN json_valid(%s) THEN %s::JSON END".formatted(trimmed, trimmed);
      case PlainType.BOOLEAN -> "TRY_CAST(%s AS BOOLEAN)".formatted(trimmed);
      case PlainType.INTEGER -> number(trimmed, INTEGER, type);
      case PlainType.FLOAT -> floating(trimmed);
      case DecimalType decimal -> number(trimmed, digits(decimal), type);
      case PlainType.DATE -> date(trimmed);
      case PlainType.TIME -> castIf(trimmed, TIME, "TIME");
      case PlainType.TIMESTAMP -> timestamp(trimmed);
    };
  }

  private String floating(String text) {
    String plain = plainNumber(text);
    String finite = "TRY_CAST(%s AS DOUBLE)".formatted(plain);
    return "CASE WHEN %s%s THEN CASE WHEN isfinite(%s) THEN %s END WHEN %s THEN %s END"
        .formatted(
            matches(plain, FLOAT),
            grouping(text),
            finite,
            finite,
            matches(plain, NO_NUMBER),
            finite);
  }

  private String number(String text, String pattern, DataType type) {
    String plain = plainNumber(text);
    return "CASE WHEN %s%s THEN TRY_CAST(%s AS %s) END"
        .formatted(matches(plain, pattern), grouping(text), plain, DuckDbTypes.of(type));
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

  /** Digits stand in groups of three or in none, and nothing but the stated point parts them. */
  private String grouping(String text) {
    if (isPlainlyWritten()) {
      return "";
    }
    String thousands = option(RelationSql.THOUSANDS);
    String point = option(RelationSql.DECIMAL_POINT);
    String groups = thousands.isEmpty() ? "" : "|[0-9]{1,3}(" + literally(thousands) + "[0-9]{3})+";
    String shape =
        "[+-]?([0-9]*%s)(%s[0-9]*)?([eE][+-]?[0-9]+)?"
            .formatted(groups, literally(point.isEmpty() ? "." : point));
    return " AND " + matches(text, shape);
  }

  private String date(String text) {
    String format = option(RelationSql.DATE_FORMAT);
    return format.isEmpty()
        ? castIf(text, DATE, "DATE")
        : "CAST(try_strptime(%s, %s) AS DATE)".formatted(text, SqlText.text(format));
  }

  private String timestamp(String text) {
    String format = option(RelationSql.TIMESTAMP_FORMAT);
    if (!format.isEmpty()) {
      // A parsed offset makes DuckDB's strptime give a moment; it is one in UTC then.
      return format.contains("%z")
          ? "timezone('UTC', try_strptime(%s, %s))".formatted(text, SqlText.text(format))
          : local("try_strptime(%s, %s)".formatted(text, SqlText.text(format)));
    }
    return "CASE WHEN %s OR %s THEN %s WHEN %s THEN timezone('UTC', TRY_CAST(%s AS TIMESTAMPTZ)) END"
        .formatted(
            matches(text, MOMENT),
            matches(text, DATE),
            local("TRY_CAST(%s AS TIMESTAMP)".formatted(text)),
            matches(text, MOMENT + OFFSET),
            text);
  }

  private String local(String timestamp) {
    return isUtc()
        ? timestamp
        : "timezone('UTC', timezone(%s, %s))"
            .formatted(SqlText.text(option(RelationSql.SOURCE_ZONE)), timestamp);
  }

  private boolean isUtc() {
    String zone = option(RelationSql.SOURCE_ZONE);
    return zone.isEmpty() || zone.equals("UTC");
  }

  private boolean isPlainlyWritten() {
    String point = option(RelationSql.DECIMAL_POINT);
    return option(RelationSql.THOUSANDS).isEmpty() && (point.isEmpty() || point.equals("."));
  }

  /** Digits that fit the scale; zeros behind it change nothing. */
  private static String digits(DecimalType type) {
    return "[+-]?([0-9]+[.]?[0-9]{0,%d}0*|[.][0-9]{1,%d}0*)"
        .formatted(type.scale(), Math.max(1, type.scale()));
  }

  private static String castIf(String text, String pattern, String type) {
    return "CASE WHEN %s THEN TRY_CAST(%s AS %s) END".formatted(matches(text, pattern), text, type);
  }

  private static String matches(String text, String pattern) {
    return "regexp_full_match(" + text + ", " + SqlText.text(pattern) + ")";
  }

  /** Text as a pattern that matches just it; DuckDB's patterns know the same quoting as Java's. */
  private static String literally(String text) {
    return Pattern.quote(text);
  }

  private String option(String key) {
    return options.get(key) instanceof String text ? text : "";
  }

  private boolean flag(String key) {
    return Boolean.TRUE.equals(options.get(key));
  }
}
