package io.qarion.core.file;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.RowCursor;
import java.nio.file.Path;

/** A file opened for reading; nothing of it has been materialised. */
public sealed interface FileSource {

  /** The file as an engine takes it. */
  FileRelation relation();

  default Schema schema() {
    return relation().schema();
  }

  /** A file that an engine with the capability FILES reads by itself. */
  record Relation(FileRelation relation) implements FileSource {}

  /**
   * Records that the loader hands out one by one; their text is converted and checked as that of
   * other files.
   *
   * @param shownName path as the user knows it
   * @param schema the wanted columns
   */
  record Rows(Path file, String shownName, Schema schema, RowCursor.Opener opener)
      implements FileSource {
    @Override
    public FileRelation relation() {
      return FileRelation.ofRows(file, shownName, schema, opener);
    }
  }
}
