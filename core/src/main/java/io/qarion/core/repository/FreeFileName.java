package io.qarion.core.repository;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Makes names for new files that every file system takes. */
final class FreeFileName {

  /** Names that Windows keeps for devices. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private FreeFileName() {}

  /**
   * A name that is not taken.
   *
   * @param title an id; signs that a file's name can't have become underscores
   */
  static String of(String folder, String title, String extension, Predicate<String> isTaken) {
    String safe = title.strip().replaceAll("[^\\p{L}\\p{N}_. -]", "_").replaceFirst("^\\.+", "_");
    String stem = DEVICES.contains(safe.toLowerCase(Locale.ROOT)) ? safe + "_" : safe;
    String name = folder + "/" + stem + extension;
    for (int number = 2; isTaken.test(name); number++) {
      name = folder + "/" + stem + "-" + number + extension;
    }
    return name;
  }
}
