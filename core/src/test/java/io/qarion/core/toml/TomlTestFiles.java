package io.qarion.core.toml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the toml-test suite, by its own lists. */
final class TomlTestFiles {

  private static final Path FOLDER =
      Path.of(
          System.getProperty("qarion.root", "."), "core", "src", "test", "resources", "toml-test");

  private TomlTestFiles() {}

  static List<String> list(String version, String prefix) {
    return lines(FOLDER.resolve("files-toml-" + version)).stream()
        .filter(name -> name.startsWith(prefix) && name.endsWith(".toml"))
        .toList();
  }

  static TomlDocument read(String name) {
    return TomlDocument.read(name, bytes(name));
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
