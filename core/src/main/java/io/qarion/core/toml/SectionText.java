package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spells tables and arrays of tables under headers, tables inside them too. */
final class SectionText {

  private final String lineEnd;
  private final boolean parted;
  private final ValueText values;
  private final List<String> sections = new ArrayList<>();

  /**
   * @param parted whether a blank line stands between sections
   */
  SectionText(String lineEnd, boolean parted) {
    this.lineEnd = lineEnd;
    this.parted = parted;
    this.values = new ValueText(lineEnd);
  }

  static boolean isSection(TomlValue value) {
    return (value instanceof TomlValue.Table table && !table.inline())
        || (value instanceof TomlValue.Items items && items.byHeaders());
  }

  /** Of a value that {@link #isSection}. */
  String of(List<String> path, TomlValue value) {
    sections.clear();
    add(path, value);
    return String.join(parted ? lineEnd : "", sections);
  }

  /** One element of an array of tables. */
  String element(List<String> path, TomlValue.Table table) {
    sections.clear();
    addTable(path, table, "[[", "]]");
    return String.join(parted ? lineEnd : "", sections);
  }

  private void add(List<String> path, TomlValue value) {
    if (value instanceof TomlValue.Table table) {
      addTable(path, table, "[", "]");
    } else if (value instanceof TomlValue.Items(List<TomlValue> elements)) {
      for (TomlValue element : elements) {
        if (element instanceof TomlValue.Table table) {
          addTable(path, table, "[[", "]]");
        }
      }
    }
  }

  private void addTable(List<String> path, TomlValue.Table table, String open, String close) {
    var section = new StringBuilder(open).append(KeyText.dotted(path)).append(close);
    section.append(lineEnd);
    table.entries().entrySet().stream()
        .filter(entry -> !isSection(entry.getValue()))
        .forEach(entry -> section.append(line(entry)));
    if (open.equals("[[") || !holdsSectionsOnly(table)) {
      sections.add(section.toString());
    }
    table.entries().entrySet().stream()
        .filter(entry -> isSection(entry.getValue()))
        .forEach(entry -> add(below(path, entry.getKey()), entry.getValue()));
  }

  /** Such a table needs no header: those below it imply it. */
  private static boolean holdsSectionsOnly(TomlValue.Table table) {
    return !table.entries().isEmpty()
        && table.entries().values().stream().allMatch(SectionText::isSection);
  }

  private String line(Map.Entry<String, TomlValue> entry) {
    return KeyText.of(entry.getKey()) + " = " + values.spacious(entry.getValue()) + lineEnd;
  }

  private static List<String> below(List<String> path, String key) {
    var longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
