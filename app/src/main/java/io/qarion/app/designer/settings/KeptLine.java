package io.qarion.app.designer.settings;

import io.qarion.core.repository.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Something that a user likes, as one line in a file of the user. Takes time. */
public final class KeptLine {

  private static final int LONGEST = 1_000;

  private final Path file;

  /**
   * @param folder of the user's settings
   * @param name of the file
   */
  public KeptLine(Path folder, String name) {
    this.file = folder.resolve(name);
  }

  /** What was written last; empty where nothing was, or where it can't have been this program. */
  public Optional<String> read() {
    try {
      if (!Files.exists(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().findFirst().map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the next start. */
  public void write(String line) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
