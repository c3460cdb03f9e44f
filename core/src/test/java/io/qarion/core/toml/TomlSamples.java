package io.qarion.core.toml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files in the shapes that Qarion ETL's manual shows. */
final class TomlSamples {

  private TomlSamples() {}

  static String text(String name) {
    try (InputStream in = TomlSamples.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TomlDocument document(String name) {
    return TomlDocument.parse(name, text(name));
  }
}
