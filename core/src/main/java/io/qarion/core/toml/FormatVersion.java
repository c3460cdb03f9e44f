package io.qarion.core.toml;

import io.qarion.core.problem.Problem;
import java.util.Optional;

/** The version of the file format that a file was written for. */
final class FormatVersion {

  /** The newest that is known here. */
  static final long NEWEST = 1;

  private static final String KEY = "format_version";

  private FormatVersion() {}

  /** Whether a file may say things that are not known here, so that it must not be changed. */
  static boolean isNewer(TomlDocument document) {
    Optional<Long> version = document.root().whole(KEY);
    return version.isPresent() && version.get() > NEWEST;
  }

  /** Reads and checks the key. */
  static void read(TableReader reader) {
    Optional<Long> version = reader.whole(KEY);
    if (version.isPresent() && version.get() > NEWEST) {
      reader.problems().accept(newer(reader, version.get()));
    }
  }

  private static Problem newer(TableReader reader, long version) {
    return Problem.hint(
        "format.newer",
        reader.placeOf(KEY),
        "The file is of format %d; this program knows up to %d and opens it to read only."
            .formatted(version, NEWEST),
        "Update Qarion ETL Designer to change the file.");
  }
}
