package io.qarion.core.file;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.FileRelation;

/** A file opened for reading; nothing of it has been materialised. */
public sealed interface FileSource {

  Schema schema();

  /** A file that an engine with the capability FILES reads by itself. */
  record Relation(FileRelation relation) implements FileSource {
    @Override
    public Schema schema() {
      return relation.schema();
    }
  }

  /** Rows that the loader hands out one by one. */
  record Rows(Schema schema, RowCursor.Opener opener) implements FileSource {}
}
