package io.qarion.core.toml;

/** What files are called. */
final class FileNames {

  private FileNames() {}

  /** The name without folders and extension; {@code unnamed} if nothing is left. */
  static String stem(String fileName) {
    String name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot >= 0 ? name.substring(0, dot) : name;
    return stem.isBlank() ? "unnamed" : stem;
  }
}
