package io.qarion.core.edit;

import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes settings that were tried out in a copy of a text over into the text, with the smallest
 * change: only those that differ.
 */
public final class CarriedSettings {

  private CarriedSettings() {}

  /**
   * The text with the settings as they are in the copy.
   *
   * @param before the copy before anything was tried
   * @param tried the copy now
   * @param table the table whose settings, and those of the tables inside, are taken over
   */
  public static TomlDocument carry(
      TomlDocument text, TomlDocument before, TomlDocument tried, TomlPath table) {
    Optional<TomlValue> old = value(before, table);
    Optional<TomlValue> now = value(tried, table);
    if (old.equals(now)) {
      return text;
    }
    if (now.isEmpty()) {
      return text.find(table).isPresent() ? text.remove(table) : text;
    }
    if (now.get() instanceof TomlValue.Table tables
        && (old.isEmpty() || old.get() instanceof TomlValue.Table)) {
      TomlDocument changed = text;
      for (String key : keys(old, tables)) {
        changed = carry(changed, before, tried, table.key(key));
      }
      return changed;
    }
    return text.set(table, now.get());
  }

  private static List<String> keys(Optional<TomlValue> old, TomlValue.Table now) {
    var keys = new LinkedHashSet<String>();
    if (old.isPresent() && old.get() instanceof TomlValue.Table before) {
      keys.addAll(before.entries().keySet());
    }
    keys.addAll(now.entries().keySet());
    return List.copyOf(keys);
  }

  private static Optional<TomlValue> value(TomlDocument document, TomlPath path) {
    return document.find(path).map(TomlNode::value);
  }
}
