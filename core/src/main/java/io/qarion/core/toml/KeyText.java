package io.qarion.core.toml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spells keys: bare where possible, else in the quotes that are given or needed. */
final class KeyText {

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private KeyText() {}

  static String of(String name) {
    return BARE.matcher(name).matches() ? name : StringText.basic(name);
  }

  /** In the quotes of {@code old} if it had some. */
  static String like(String old, String name) {
    if (old.startsWith("\"")) {
      return StringText.basic(name);
    }
    return old.startsWith("'") && StringText.fitsLiteral(name) ? "'" + name + "'" : of(name);
  }

  static String dotted(List<String> names) {
    return names.stream().map(KeyText::of).collect(Collectors.joining("."));
  }
}
