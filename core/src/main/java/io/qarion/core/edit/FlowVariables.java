package io.qarion.core.edit;

import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code [variables]} of a flow's text. */
final class FlowVariables {

  private static final TomlPath VARIABLES = TomlPath.of("variables");

  private FlowVariables() {}

  static List<String> names(TomlDocument document) {
    return document.root().table("variables").map(TomlTableNode::keys).orElse(List.of());
  }

  static Optional<TomlValue> find(TomlDocument document, String name) {
    return document.find(VARIABLES.key(name)).map(TomlNode::value);
  }

  static TomlValue get(TomlDocument document, String name) {
    return find(document, name).orElseThrow();
  }

  static TomlDocument set(TomlDocument document, String name, TomlValue value) {
    return document.set(VARIABLES.key(name), value);
  }

  /** Those of a flow that a text speaks of. */
  static Set<String> used(TomlDocument flow, String text) {
    var used = new LinkedHashSet<>(names(flow));
    used.removeIf(name -> !isUsed(name, text));
    return used;
  }

  /** Whether a text has {@code :name} or {@code {{ name }}}. */
  static boolean isUsed(String name, String text) {
    String quoted = Pattern.quote(name);
    return Pattern.compile(":%s(?![\\p{L}\\p{N}_])|\\{\\{\\s*%s\\s*}}".formatted(quoted, quoted))
        .matcher(text)
        .find();
  }
}
