package io.qarion.core.toml;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Spells a value as it stands after an equals sign. */
final class ValueText {

  private final String lineEnd;

  ValueText(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  /** On one line. */
  String inline(TomlValue value) {
    return switch (value) {
      case TomlValue.Text(String text) -> StringText.basic(text);
      case TomlValue.Whole(long number) -> Long.toString(number);
      case TomlValue.Real(double number) -> real(number);
      case TomlValue.Flag(boolean flag) -> Boolean.toString(flag);
      case TomlValue.OffsetTimestamp(var time) ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      case TomlValue.Timestamp(var time) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      case TomlValue.Date(var date) -> DateTimeFormatter.ISO_LOCAL_DATE.format(date);
      case TomlValue.Time(var time) -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case TomlValue.Items(var values) ->
          values.stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
      case TomlValue.Table table -> braces(table);
    };
  }

  /** A string of several lines as such, all else on one line. */
  String spacious(TomlValue value) {
    return value instanceof TomlValue.Text(String text) && text.indexOf('\n') >= 0
        ? StringText.multiLine(text, lineEnd)
        : inline(value);
  }

  /** In the quotes that {@code old} had, as far as the new value allows. */
  String like(String old, TomlValue value) {
    if (!(value instanceof TomlValue.Text(String text))) {
      return inline(value);
    }
    if (old.startsWith("'''") && StringText.fitsMultiLineLiteral(text)) {
      return StringText.multiLineLiteral(text, lineEnd);
    }
    if (old.startsWith("\"\"\"") || old.startsWith("'''")) {
      return StringText.multiLine(text, lineEnd);
    }
    boolean literal = old.startsWith("'") && StringText.fitsLiteral(text);
    return literal ? "'" + text + "'" : StringText.basic(text);
  }

  private String braces(TomlValue.Table table) {
    if (table.entries().isEmpty()) {
      return "{}";
    }
    return table.entries().entrySet().stream()
        .map(entry -> KeyText.of(entry.getKey()) + " = " + inline(entry.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String real(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return Double.toString(number);
  }
}
