package io.qarion.app.designer.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sample projects that come with the program; one is copied before it is opened. */
public final class Samples {

  private static final String WORK = ".qarion";

  private final Path source;
  private final Path target;

  /**
   * @param source folder with a folder for each sample; need not be there
   * @param target folder of the user that copies go to
   */
  public Samples(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  /** Their names, in alphabetical order. */
  public List<String> names() {
    if (!Files.isDirectory(source)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(source)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("qarion-etl.toml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample that a folder is, or is the copy of. */
  public Optional<Path> original(Path project) {
    Path folder = project.toAbsolutePath().normalize();
    return names().stream()
        .filter(name ->
            Stream.of(source, target)
                .anyMatch(each -> each.resolve(name).toAbsolutePath().normalize().equals(folder)))
        .map(source::resolve)
        .findFirst();
  }

  /**
   * A copy of a sample that the user may change; made if it is not there yet.
   *
   * @return its folder
   */
  public Path copy(String name) {
    Path copy = target.resolve(name);
    if (Files.exists(copy)) {
      return copy;
    }
    Path from = source.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (!relative.startsWith(WORK)) {
          Path to = copy.resolve(relative);
          Files.createDirectories(to.resolveSibling("."));
          Files.copy(file, to);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
