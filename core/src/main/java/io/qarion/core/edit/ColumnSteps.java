package io.qarion.core.edit;

import io.qarion.core.expression.Names;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Visual steps that do something with one column, as tables of a flow. */
public final class ColumnSteps {

  private static final String OPERATION = "operation";
  private static final String COLUMN = "column";
  private static final String COLUMNS = "columns";

  private ColumnSteps() {}

  /** Keeps the rows for which a condition is true. */
  public static TomlValue.Table filter(String condition) {
    return rule("filter", Map.of("condition", TomlValue.of(condition)));
  }

  /** Gives a column another name. */
  public static TomlValue.Table rename(String column, String name) {
    return rule("rename", Map.of(COLUMNS, inline(column, name)));
  }

  /** Leaves a column out. */
  public static TomlValue.Table leaveOut(String column) {
    return rule("select", Map.of("exclude", TomlValue.ofStrings(List.of(column))));
  }

  /** Gives a column another type; a value that does not fit fails the run. */
  public static TomlValue.Table cast(String column, String type) {
    return rule("cast", Map.of(COLUMNS, inline(column, type)));
  }

  /** Computes a column anew, or another one. */
  public static TomlValue.Table derive(String column, String expression) {
    return rule("derive", Map.of(COLUMNS, inline(column, expression)));
  }

  /**
   * Writes something where values are missing.
   *
   * @param value as TOML knows it
   */
  public static TomlValue.Table fill(String column, TomlValue value) {
    return rule("fill", ordered(COLUMNS, TomlValue.ofStrings(List.of(column)), "value", value));
  }

  /** Finds and replaces text. */
  public static TomlValue.Table replace(String column, String pattern, String with) {
    Map<String, TomlValue> settings =
        ordered(COLUMN, TomlValue.of(column), "pattern", TomlValue.of(pattern));
    settings.put("with", TomlValue.of(with));
    return rule("replace", settings);
  }

  /** Takes a text apart into two columns. */
  public static TomlValue.Table split(String column, String delimiter) {
    Map<String, TomlValue> settings =
        ordered(COLUMN, TomlValue.of(column), "delimiter", TomlValue.of(delimiter));
    settings.put("into", TomlValue.ofStrings(List.of(column + "_1", column + "_2")));
    return rule("split", settings);
  }

  /** Orders the rows by columns, such as {@code amount desc}. */
  public static TomlValue.Table sort(List<String> by) {
    return rule("sort", Map.of("by", TomlValue.ofStrings(by)));
  }

  /** Keeps one row for each value. */
  public static TomlValue.Table distinct(String column) {
    return rule("distinct", Map.of("on", TomlValue.ofStrings(List.of(column))));
  }

  /** Counts the rows of each value. */
  public static TomlValue.Table countBy(String column) {
    return rule(
        "aggregate",
        ordered(
            "group_by",
            TomlValue.ofStrings(List.of(column)),
            "measures",
            inline("row_count", "count(*)")));
  }

  /** A column in an order, as steps write it. */
  public static String orderTerm(String column, boolean descending) {
    return Names.quoted(column) + (descending ? " desc" : "");
  }

  private static Map<String, TomlValue> ordered(
      String first, TomlValue one, String second, TomlValue other) {
    var settings = new LinkedHashMap<String, TomlValue>();
    settings.put(first, one);
    settings.put(second, other);
    return settings;
  }

  private static TomlValue inline(String key, String value) {
    return new TomlValue.Table(Map.of(key, TomlValue.of(value))).inlined();
  }

  private static TomlValue.Table rule(String operation, Map<String, TomlValue> settings) {
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put(OPERATION, TomlValue.of(operation));
    entries.putAll(settings);
    return new TomlValue.Table(entries);
  }
}
