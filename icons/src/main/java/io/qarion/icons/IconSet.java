package io.qarion.icons;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gives the outline of each icon as SVG path data on a grid of 24 by 24. */
public final class IconSet {

  private static final IconSet STANDARD = new IconSet(read());

  private final Properties paths;

  private IconSet(Properties paths) {
    this.paths = paths;
  }

  /** The icons that come with the product. */
  public static IconSet standard() {
    return STANDARD;
  }

  /** Path data of an icon; empty if there is none of that key. */
  public Optional<String> path(String key) {
    return Optional.ofNullable(paths.getProperty(key));
  }

  /** The keys in alphabetical order. */
  public SortedSet<String> keys() {
    return new TreeSet<>(paths.stringPropertyNames());
  }

  private static Properties read() {
    var properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(IconSet.class.getResourceAsStream("icons.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
