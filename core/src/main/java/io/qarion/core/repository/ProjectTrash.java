package io.qarion.core.repository;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Keeps what users delete below {@code .qarion/trash}, so that it can be put back. */
public final class ProjectTrash {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path root;
  private final OwnWrites ownWrites;
  private final InstantSource clock;

  ProjectTrash(Path root, OwnWrites ownWrites, InstantSource clock) {
    this.root = root;
    this.ownWrites = ownWrites;
    this.clock = clock;
  }

  /**
   * Moves a file into the trash in one step.
   *
   * @param file relative to the project
   * @throws QarionException if it can't be moved; it is where it was
   */
  public TrashedFile put(String file) {
    Path from = root.resolve(file);
    try {
      Path folder = Files.createDirectories(root.resolve(".qarion").resolve("trash"));
      Path kept = free(folder, TIME.format(clock.instant()) + "-" + from.getFileName());
      ownWrites.willDelete(file);
      Files.move(from, kept);
      AtomicFile.forceFolder(kept);
      AtomicFile.forceFolder(from);
      return new TrashedFile(file, kept);
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.delete",
              Place.UNKNOWN.withFile(file),
              "'%s' can't be deleted: %s.".formatted(file, FileProblems.reason(e)),
              "Check that it is still there, and the permissions of its folder."),
          e);
    }
  }

  /**
   * Moves a file back to where it stood.
   *
   * @throws QarionException if another file stands there now; nothing is moved
   */
  public void restore(TrashedFile trashed) {
    Path to = root.resolve(trashed.file());
    try {
      Optional<Path> folder = Optional.ofNullable(to.getParent());
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      ownWrites.willWrite(trashed.file(), Files.readAllBytes(trashed.kept()));
      Files.move(trashed.kept(), to);
      AtomicFile.forceFolder(to);
    } catch (FileAlreadyExistsException e) {
      throw new QarionException(
          Problem.error(
              "file.exists",
              Place.UNKNOWN.withFile(trashed.file()),
              "There is a new file '%s' now.".formatted(trashed.file()),
              "Rename or delete that one; the deleted one is kept as '%s'."
                  .formatted(root.relativize(trashed.kept()).toString().replace('\\', '/'))),
          e);
    } catch (IOException e) {
      throw new QarionException(FileProblems.unwritable(to, e), e);
    }
  }

  private static Path free(Path folder, String name) {
    Path path = folder.resolve(name);
    for (int number = 2; Files.exists(path); number++) {
      path = folder.resolve(name + "-" + number);
    }
    return path;
  }
}
