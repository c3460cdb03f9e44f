package io.qarion.app.designer.text;

import java.util.List;
import java.util.Optional;

/**
 * A table of a text and its keys, as far as they can be told from their lines.
 *
 * @param name such as {@code tasks.rules}; empty for what stands before the first header
 * @param from where its header begins
 */
record TomlSection(String name, int from, List<Setting> settings) {

  TomlSection {
    settings = List.copyOf(settings);
  }

  /**
   * A key with its value.
   *
   * @param valueFrom the place after the equals sign
   * @param value as it is written
   */
  record Setting(String key, int from, int valueFrom, String value) {

    int end() {
      return valueFrom + value.length();
    }
  }

  Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** The first text of a value; empty if there is none. */
  String text(String key) {
    return texts(key).stream().findFirst().orElse("");
  }

  List<String> texts(String key) {
    return setting(key).map(setting -> ValueScan.texts(setting.value())).orElse(List.of());
  }
}
