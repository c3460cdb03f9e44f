package io.qarion.core.toml;

import io.qarion.core.flow.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns tables whose keys a plug-in knows into {@link Settings}, with their paths. */
final class SettingsReader {

  private SettingsReader() {}

  static Settings read(TomlTableNode table) {
    return without(table, Set.of());
  }

  /** All keys but some. */
  static Settings without(TomlTableNode table, Set<String> left) {
    var values = new LinkedHashMap<String, Object>();
    table
        .children()
        .forEach((key, node) -> {
          if (!left.contains(key)) {
            values.put(key, value(node));
          }
        });
    return new Settings(table.path().toString(), values);
  }

  /** A table of another one; empty, but with its path, if it is not there. */
  static Settings below(TableReader reader, String key) {
    Optional<TomlTableNode> table = reader.table(key);
    return table
        .map(SettingsReader::read)
        .orElseGet(() ->
            new Settings(
                reader.node().path().key(key).toString(), new LinkedHashMap<String, Object>()));
  }

  private static Object value(TomlNode node) {
    return switch (node) {
      case TomlTableNode table -> read(table);
      case TomlArrayNode array -> list(array);
      case TomlScalarNode scalar -> plain(scalar.value());
    };
  }

  private static List<Object> list(TomlArrayNode array) {
    var items = new ArrayList<>();
    array.items().forEach(item -> items.add(value(item)));
    return List.copyOf(items);
  }

  private static Object plain(TomlValue value) {
    return switch (value) {
      case TomlValue.Text(String text) -> text;
      case TomlValue.Whole(long whole) -> whole;
      case TomlValue.Real(double real) -> real;
      case TomlValue.Flag(boolean flag) -> flag;
      case TomlValue.Date(var date) -> date;
      case TomlValue.Time(var time) -> time;
      case TomlValue.Timestamp(var time) -> time;
      case TomlValue.OffsetTimestamp(var time) -> Scalars.utc(time.toInstant());
      case TomlValue.Items _, TomlValue.Table _ ->
          throw new IllegalStateException("lists and tables are nodes of their own");
    };
  }
}
