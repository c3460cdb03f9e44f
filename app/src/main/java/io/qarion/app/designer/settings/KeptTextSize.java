package io.qarion.app.designer.settings;

import io.qarion.app.designer.theme.TextSize;
import io.qarion.core.repository.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How large a user likes text, as percent in a file of the user. Takes time. */
public final class KeptTextSize {

  private final Path file;

  /**
   * @param folder of the user's settings
   */
  public KeptTextSize(Path folder) {
    this.file = folder.resolve("text-size.txt");
  }

  /** The normal size where nothing else is said. */
  public TextSize read() {
    if (!Files.exists(file)) {
      return TextSize.NORMAL;
    }
    try {
      String text = Files.readString(file).strip();
      return text.matches("\\d{1,4}") ? new TextSize(Integer.parseInt(text)) : TextSize.NORMAL;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the next start. */
  public void write(TextSize size) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, (size.percent() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
