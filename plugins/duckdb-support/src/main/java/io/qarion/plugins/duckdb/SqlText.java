package io.qarion.plugins.duckdb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes names and values as DuckDB reads them; the only place where they become text. */
public final class SqlText {

  private SqlText() {}

  /** A name in double quotes. */
  public static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  public static String names(Collection<String> names) {
    return names.stream().map(SqlText::name).collect(Collectors.joining(", "));
  }

  /** Text in single quotes. */
  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Text, number, switch, list or struct, as an option of a reader or writer takes it. */
  public static String option(Object value) {
    return switch (value) {
      case String text -> text(text);
      case Boolean flag -> flag.toString();
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case List<?> list ->
          list.stream().map(SqlText::option).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(entry.getKey().toString()) + ": " + option(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> throw new IllegalArgumentException("no option: " + value.getClass());
    };
  }
}
