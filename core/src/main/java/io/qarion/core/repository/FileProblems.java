package io.qarion.core.repository;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says in a user's words why a file can't be read or written. */
final class FileProblems {

  private static final double MEGABYTE = 1_000_000;

  private FileProblems() {}

  static Problem unreadable(String file, IOException cause) {
    return Problem.error(
        "file.read",
        Place.UNKNOWN.withFile(file),
        "'%s' can't be read: %s.".formatted(file, reason(cause)),
        "Check that it is there and that you may read it.");
  }

  /** Names the disk too, which may be full or read-only. */
  static Problem unwritable(Path file, IOException cause) {
    return Problem.error(
        "file.write",
        Place.UNKNOWN.withFile(file.toString()),
        "'%s' can't be written: %s. %s.".formatted(file, reason(cause), disk(file)),
        "Free space or give yourself the right to write there, then save again; "
            + "the file is as it was.");
  }

  static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException e -> "there is no '" + e.getFile() + "'";
      case AccessDeniedException _ -> "permission is denied";
      case NotDirectoryException e -> "'" + e.getFile() + "' is no folder";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  private static String disk(Path file) {
    Optional<Path> existing = nearestFolder(file);
    if (existing.isEmpty()) {
      return "Its disk is not known";
    }
    try {
      FileStore store = Files.getFileStore(existing.get());
      String space = String.format(Locale.ROOT, "%,.0f MB", store.getUsableSpace() / MEGABYTE);
      String readOnly = store.isReadOnly() ? " and can only be read" : "";
      return "Its disk '%s' has %s free%s".formatted(store, space, readOnly);
    } catch (IOException e) {
      return "Its disk does not answer: " + reason(e);
    }
  }

  private static Optional<Path> nearestFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder);
  }
}
