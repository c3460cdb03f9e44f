package io.qarion.plugins.engine.duckdb;

import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.Operand;
import java.util.List;

/** Functions of text whose rare cases DuckDB treats in its own way. */
final class TextFunctions {

  private TextFunctions() {}

  /** In DuckDB positions below 1 count from the end. */
  static String substr(CallSql call) {
    Operand text = call.arguments().get(0);
    Operand start = call.arguments().get(1);
    String from = atLeast(start, 1);
    if (call.arguments().size() == 2) {
      return "substr(%s, %s)".formatted(text.sql(), from);
    }
    Operand length = call.arguments().get(2);
    if (isAtLeast(start, 1)) {
      return "substr(%s, %s, %s)".formatted(text.sql(), from, atLeast(length, 0));
    }
    return "substr(left(%s, CASE WHEN %s + %s < 1 THEN 0 ELSE %s + %s - 1 END), %s)"
        .formatted(
            text.sql(), start.closed(), length.closed(), start.closed(), length.closed(), from);
  }

  /** In DuckDB a length below 0 means all but as many. */
  static String end(CallSql call) {
    return "%s(%s, %s)"
        .formatted(call.name(), call.arguments().get(0).sql(), atLeast(call.arguments().get(1), 0));
  }

  static String pad(CallSql call) {
    String text = call.arguments().get(0).sql();
    String length = atLeast(call.arguments().get(1), 0);
    if (call.arguments().size() == 2) {
      return "%s(%s, CAST(%s AS INTEGER), ' ')".formatted(call.name(), text, length);
    }
    Operand fill = call.arguments().get(2);
    String padded =
        "%s(%s, CAST(%s AS INTEGER), %s)".formatted(call.name(), text, length, fill.sql());
    boolean isFilled = fill.constant().filter(value -> !value.equals("")).isPresent();
    return isFilled
        ? padded
        : "CASE WHEN %s = '' THEN left(%s, %s) ELSE %s END"
            .formatted(fill.closed(), text, length, padded);
  }

  /** In DuckDB an index below 0 counts from the end and an empty delimiter splits everywhere. */
  static String splitPart(CallSql call) {
    String text = call.arguments().get(0).sql();
    Operand delimiter = call.arguments().get(1);
    Operand index = call.arguments().get(2);
    String part = "split_part(%s, %s, %s)".formatted(text, delimiter.sql(), index.sql());
    boolean isDelimiter = delimiter.constant().filter(value -> !value.equals("")).isPresent();
    if (isDelimiter && isAtLeast(index, 1)) {
      return part;
    }
    String at = index.closed();
    String by = delimiter.closed();
    return "CASE WHEN %s < 1 THEN left(%s || %s, 0) WHEN %s = '' AND %s = 1 THEN %s WHEN %s = '' AND %s > 1 THEN left(%s, 0) ELSE %s END"
        .formatted(at, call.arguments().get(0).closed(), by, by, at, text, by, at, text, part);
  }

  static String replacedPattern(CallSql call) {
    List<Operand> arguments = call.arguments();
    String with = arguments.get(2).constant().map(Object::toString).orElse("");
    return replacedPattern(arguments.get(0).sql(), arguments.get(1).sql(), with);
  }

  /** Only a backslash before 1 to 9 means a group. */
  static String replacedPattern(String text, String pattern, String with) {
    String groups = with.replaceAll("\\\\(?![1-9])", "\\\\\\\\");
    return "regexp_replace(%s, %s, %s, 'g')".formatted(text, pattern, SqlText.text(groups));
  }

  /** DuckDB gives an empty text where the pattern does not occur. */
  static String extracted(CallSql call) {
    String text = call.arguments().get(0).sql();
    String pattern = call.arguments().get(1).sql();
    String group = call.arguments().size() == 3 ? ", " + call.arguments().get(2).sql() : "";
    return "CASE WHEN regexp_matches(%s, %s) THEN regexp_extract(%s, %s%s) END"
        .formatted(text, pattern, text, pattern, group);
  }

  private static boolean isAtLeast(Operand operand, long least) {
    return operand
        .constant()
        .filter(value -> value instanceof Long number && number >= least)
        .isPresent();
  }

  /** The value, or the least one if it is smaller; NULL stays. */
  private static String atLeast(Operand operand, long least) {
    return isAtLeast(operand, least)
        ? operand.sql()
        : "CASE WHEN %s < %d THEN %d ELSE %s END"
            .formatted(operand.closed(), least, least, operand.sql());
  }
}
