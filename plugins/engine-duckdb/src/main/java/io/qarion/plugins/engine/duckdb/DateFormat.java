package io.qarion.plugins.engine.duckdb;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date format of ours, as DuckDB and as regular expressions have it. */
final class DateFormat {

  private static final Pattern PART =
      Pattern.compile("yyyy|MM|dd|HH|mm|ss|SSSSSS|SSS|'([^']*)'|(.)", Pattern.DOTALL);

  private static final Map<String, String> DIRECTIVES =
      Map.of(
          "yyyy", "%Y", "MM", "%m", "dd", "%d", "HH", "%H", "mm", "%M", "ss", "%S", "SSS", "%g",
          "SSSSSS", "%f");

  private final String format;

  DateFormat(String format) {
    this.format = format;
  }

  /** For strftime and strptime. */
  String directives() {
    var result = new StringBuilder();
    Matcher matcher = PART.matcher(format);
    while (matcher.find()) {
      String directive = DIRECTIVES.get(matcher.group());
      result.append(directive == null ? text(matcher).replace("%", "%%") : directive);
    }
    return result.toString();
  }

  /** What a text of this format matches. */
  String pattern() {
    var result = new StringBuilder();
    Matcher matcher = PART.matcher(format);
    while (matcher.find()) {
      boolean isDigits = DIRECTIVES.containsKey(matcher.group());
      result.append(isDigits ? "[0-9]{" + matcher.group().length() + "}" : literal(text(matcher)));
    }
    return result.toString();
  }

  private static String text(Matcher part) {
    return part.group(1) == null ? part.group() : part.group(1);
  }

  private static String literal(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0");
  }
}
