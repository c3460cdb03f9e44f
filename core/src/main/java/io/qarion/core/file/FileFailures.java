package io.qarion.core.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says in a user's words why a file can't be read or written, and how its disk is. */
public final class FileFailures {

  private static final double MEGABYTE = 1_000_000;

  private FileFailures() {}

  /** A part of a sentence, without a full stop. */
  public static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException e -> "there is no '" + e.getFile() + "'";
      case AccessDeniedException _ -> "permission is denied";
      case NotDirectoryException e -> "'" + e.getFile() + "' is no folder";
      case FileAlreadyExistsException e -> "'" + e.getFile() + "' is a file, not a folder";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  /** A sentence that names the disk of a file and its free space; the file need not exist. */
  public static String disk(Path file) {
    Optional<Path> existing = nearestFolder(file);
    if (existing.isEmpty()) {
      return "Its disk is not known.";
    }
    try {
      FileStore store = Files.getFileStore(existing.get());
      String space = String.format(Locale.ROOT, "%,.0f MB", store.getUsableSpace() / MEGABYTE);
      String readOnly = store.isReadOnly() ? " and can only be read" : "";
      return "Its disk '%s' has %s free%s.".formatted(store, space, readOnly);
    } catch (IOException e) {
      return "Its disk does not answer: " + reason(e) + ".";
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
