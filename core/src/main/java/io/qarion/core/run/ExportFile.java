package io.qarion.core.run;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** A file in the making: written under another name, forced to the disk, and moved into place. */
final class ExportFile implements AutoCloseable {

  private final Path target;
  private final Path temporary;

  /**
   * @param folder on the project's disk, for the file in the making
   */
  ExportFile(Path target, Path folder) {
    this.target = target;
    this.temporary = folder.resolve("export-" + UUID.randomUUID() + "-" + target.getFileName());
    try {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(target.toString(), null, "it is a folder");
      }
      Files.createDirectories(folder);
      Files.createDirectories(Objects.requireNonNullElse(target.getParent(), target));
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** Where to write; there is no file yet. */
  Path temporary() {
    return temporary;
  }

  /**
   * Puts the written file in its place.
   *
   * @return its bytes
   */
  long moveIntoPlace() {
    try {
      force(temporary);
      long bytes = Files.size(temporary);
      move();
      return bytes;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      // The target is on another disk: bring the file beside it first.
      Path beside = target.resolveSibling("." + target.getFileName() + ".part");
      try {
        Files.copy(temporary, beside, StandardCopyOption.REPLACE_EXISTING);
        force(beside);
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private QarionException refused(IOException cause) {
    return new QarionException(
        Problem.error(
            "file.unwritable",
            Place.in(target.toString(), 0, 0),
            "The file can't be written: %s. %s"
                .formatted(FileFailures.reason(cause), FileFailures.disk(target)),
            "Free space, give yourself the right to write there, or name another file."),
        cause);
  }
}
