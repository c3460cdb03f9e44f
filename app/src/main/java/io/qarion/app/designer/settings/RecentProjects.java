package io.qarion.app.designer.settings;

import io.qarion.core.repository.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The projects opened last, newest first; a line each in a file of the user. Takes time. */
public final class RecentProjects {

  private static final int KEPT = 12;

  private final Path file;

  /**
   * @param folder of the user's settings
   */
  public RecentProjects(Path folder) {
    this.file = folder.resolve("recent-projects.txt");
  }

  /** Those whose folder is still there. */
  public List<Path> list() {
    return lines().stream().map(Path::of).filter(Files::isDirectory).toList();
  }

  /** Puts a project first. */
  public void opened(Path project) {
    var lines = new ArrayList<>(lines());
    String line = project.toAbsolutePath().normalize().toString();
    lines.remove(line);
    lines.addFirst(line);
    String text = String.join("\n", lines.subList(0, Math.min(KEPT, lines.size()))) + "\n";
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
