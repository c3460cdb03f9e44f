package io.qarion.core.file;

/** Opens files of one format. */
public interface FileLoader {

  /**
   * Describes the file completely, so that it can be read without guessing.
   *
   * @throws io.qarion.core.problem.QarionException if the file can't be read, or lacks a declared
   *     column
   */
  FileSource open(FileRequest request);

  /** Says what the file looks like and how that was decided, from a sample. */
  SniffReport sniff(FileRequest request);
}
