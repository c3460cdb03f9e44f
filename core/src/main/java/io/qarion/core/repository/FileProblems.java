package io.qarion.core.repository;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;

/** The problems of a project's own files. */
final class FileProblems {

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
        "'%s' can't be written: %s. %s".formatted(file, reason(cause), FileFailures.disk(file)),
        "Free space or give yourself the right to write there, then save again; "
            + "the file is as it was.");
  }

  static String reason(IOException cause) {
    return FileFailures.reason(cause);
  }
}
