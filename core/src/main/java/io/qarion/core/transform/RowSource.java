package io.qarion.core.transform;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;

/** Where the rows of a query come from. */
public sealed interface RowSource {

  /** All columns it has. */
  Schema schema();

  /** A table of the engine. */
  record Stored(Dataset dataset, BatchRange range) implements RowSource {
    @Override
    public Schema schema() {
      return dataset.schema();
    }
  }

  /** A file, read in place. */
  record InFile(FileRelation file) implements RowSource {
    @Override
    public Schema schema() {
      return file.schema();
    }
  }

  /** Rows computed on the way, with nothing stored. */
  record Computed(Query query, Schema schema) implements RowSource {}

  /** No rows at all; stands for what is not there yet. */
  record Empty(Schema schema) implements RowSource {}
}
