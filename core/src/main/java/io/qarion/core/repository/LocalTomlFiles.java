package io.qarion.core.repository;

import io.qarion.core.file.NaturalOrder;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The TOML files of a folder on disk. */
final class LocalTomlFiles implements TomlFiles {

  private static final String EXTENSION = ".toml";

  private final Path root;
  private final String folder;
  private final OwnWrites ownWrites;
  private final Map<String, TomlFile> known = new ConcurrentHashMap<>();

  /**
   * @param folder name of the folder in the project
   */
  LocalTomlFiles(Path root, String folder, OwnWrites ownWrites) {
    this.root = root;
    this.folder = folder;
    this.ownWrites = ownWrites;
  }

  @Override
  public synchronized List<TomlFile> read() {
    List<String> names = names();
    known.keySet().retainAll(Set.copyOf(names));
    return names.parallelStream().map(this::read).toList();
  }

  /** Only contents tell whether a file changed: times are too coarse. */
  private TomlFile read(String name) {
    try {
      byte[] bytes = Files.readAllBytes(root.resolve(name));
      TomlFile old = known.get(name);
      if (old != null && old.problems().isEmpty() && Arrays.equals(old.document().bytes(), bytes)) {
        return old;
      }
      var file = new TomlFile(TomlDocument.read(name, bytes), List.of());
      known.put(name, file);
      return file;
    } catch (IOException e) {
      known.remove(name);
      return new TomlFile(TomlDocument.parse(name, ""), List.of(FileProblems.unreadable(name, e)));
    }
  }

  /** Whether a file's name is one of a definition; hidden files are somebody's own. */
  static boolean isOne(String name) {
    return name.endsWith(EXTENSION) && !name.startsWith(".");
  }

  private List<String> names() {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(LocalTomlFiles::isOne)
          .sorted(NaturalOrder.INSTANCE)
          .map(name -> folder + "/" + name)
          .toList();
    } catch (IOException e) {
      throw new QarionException(FileProblems.unreadable(folder, e), e);
    } catch (UncheckedIOException e) {
      throw new QarionException(FileProblems.unreadable(folder, new IOException(e)), e);
    }
  }

  @Override
  public String freeName(String title) {
    return FreeFileName.of(folder, title, EXTENSION, name -> Files.exists(root.resolve(name)));
  }

  @Override
  public synchronized TomlDocument write(String file, TomlDocument document) {
    byte[] bytes = document.bytes();
    Path path = root.resolve(file);
    ownWrites.willWrite(file, bytes);
    makeFolder(path);
    AtomicFile.write(path, bytes);
    return TomlDocument.read(file, bytes);
  }

  private static void makeFolder(Path file) {
    Optional<Path> parent = Optional.ofNullable(file.getParent());
    if (parent.isPresent() && !Files.isDirectory(parent.get())) {
      try {
        Files.createDirectories(parent.get());
      } catch (IOException e) {
        throw new QarionException(FileProblems.unwritable(file, e), e);
      }
    }
  }

  @Override
  public synchronized void move(String file, String newFile) {
    Path to = root.resolve(newFile);
    try {
      byte[] bytes = Files.readAllBytes(root.resolve(file));
      ownWrites.willDelete(file);
      ownWrites.willWrite(newFile, bytes);
      Files.move(root.resolve(file), to);
      AtomicFile.forceFolder(to);
    } catch (IOException e) {
      throw new QarionException(FileProblems.unwritable(to, e), e);
    }
  }

  @Override
  public synchronized void delete(String file) {
    ownWrites.willDelete(file);
    Path path = root.resolve(file);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.delete",
              Place.UNKNOWN.withFile(file),
              "'%s' can't be deleted: %s.".formatted(file, FileProblems.reason(e)),
              "Check the permissions of the file and its folder."),
          e);
    }
  }
}
