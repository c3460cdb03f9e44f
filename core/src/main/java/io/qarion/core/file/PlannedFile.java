package io.qarion.core.file;

import java.io.File;
import java.nio.file.Path;

/**
 * A file that a load will read.
 *
 * @param shownName path relative to the project, with forward slashes, or absolute outside it
 * @param sha256 of its content, hexadecimal
 * @param modified milliseconds since 1970
 */
public record PlannedFile(Path file, String shownName, String sha256, long size, long modified) {

  /** Whether the file still has the size and time that it was planned with. */
  public boolean isAsPlanned() {
    File now = file.toFile();
    return now.length() == size && now.lastModified() == modified;
  }
}
