package io.qarion.core.repository;

import io.qarion.core.toml.ProjectToml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a project's files held when they were last looked at. */
final class FileStates {

  /** Younger files are read even if time and size are as before: times are coarse. */
  private static final long YOUNG_MILLIS = 3000;

  private static final List<String> FOLDERS = List.of("", "flows", "datasets");
  private static final Set<String> AT_ROOT = Set.of(ProjectToml.FILE, ProjectToml.OTHER_FILE);

  private final Path root;
  private final OwnWrites ownWrites;
  private final Map<String, State> known = new HashMap<>();

  /** Time and size tell that a file needs no reading. */
  private record State(long modified, long size, String hash) {}

  FileStates(Path root, OwnWrites ownWrites) {
    this.root = root;
    this.ownWrites = ownWrites;
  }

  List<String> folders() {
    return FOLDERS;
  }

  /** Files that are not as they were, unless the program itself made them so. */
  Set<String> changed() {
    var changed = new TreeSet<String>();
    var gone = new HashSet<>(known.keySet());
    for (String file : files()) {
      gone.remove(file);
      if (isChanged(file)) {
        changed.add(file);
      }
    }
    for (String file : gone) {
      known.remove(file);
      if (!ownWrites.explain(file, OwnWrites.ABSENT)) {
        changed.add(file);
      }
    }
    return changed;
  }

  private boolean isChanged(String file) {
    State old = known.get(file);
    try {
      Path path = root.resolve(file);
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      long modified = attributes.lastModifiedTime().toMillis();
      boolean young = modified > System.currentTimeMillis() - YOUNG_MILLIS;
      boolean same = old != null && old.modified() == modified && old.size() == attributes.size();
      if (same && !young) {
        return false;
      }
      String hash = OwnWrites.hash(Files.readAllBytes(path));
      known.put(file, new State(modified, attributes.size(), hash));
      boolean differs = old == null || !old.hash().equals(hash);
      // asked in any case: a writing that changed nothing explains no later change
      boolean own = ownWrites.explain(file, hash);
      return differs && !own;
    } catch (IOException _) {
      // it is gone or locked at this moment: the next look will tell
      return false;
    }
  }

  private List<String> files() {
    return FOLDERS.stream().flatMap(folder -> files(folder).stream()).toList();
  }

  private List<String> files(String folder) {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(path)) {
      return found
          .map(file -> file.getFileName().toString())
          .filter(name -> folder.isEmpty() ? AT_ROOT.contains(name) : LocalTomlFiles.isOne(name))
          .map(name -> folder.isEmpty() ? name : folder + "/" + name)
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }
}
