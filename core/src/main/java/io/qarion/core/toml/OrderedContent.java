package io.qarion.core.toml;

import java.util.List;

/** Content in which the order of keys counts: a table is a list of pairs. */
sealed interface OrderedContent {

  /** A plain value. */
  record Plain(TomlValue value) implements OrderedContent {}

  /** Elements, or a table's entries. */
  record Parts(boolean table, List<Part> parts) implements OrderedContent {}

  /** One of them; the key is empty in an array. */
  record Part(String key, OrderedContent content) {}

  static OrderedContent of(TomlValue value) {
    return switch (value) {
      case TomlValue.Table table ->
          new Parts(
              true,
              table.entries().entrySet().stream()
                  .map(entry -> new Part(entry.getKey(), of(entry.getValue())))
                  .toList());
      case TomlValue.Items items ->
          new Parts(false, items.values().stream().map(v -> new Part("", of(v))).toList());
      case TomlValue.Text _,
          TomlValue.Whole _,
          TomlValue.Real _,
          TomlValue.Flag _,
          TomlValue.OffsetTimestamp _,
          TomlValue.Timestamp _,
          TomlValue.Date _,
          TomlValue.Time _ ->
          new Plain(value);
    };
  }
}
