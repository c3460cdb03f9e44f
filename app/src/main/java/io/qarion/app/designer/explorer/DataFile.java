package io.qarion.app.designer.explorer;

/**
 * A file with data in the project's folder.
 *
 * @param path relative to the project, with forward slashes
 * @param format such as {@code csv}
 * @param bytes its size
 */
record DataFile(String path, String format, long bytes) {

  /** The folder it is in; empty for the project's own. */
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
