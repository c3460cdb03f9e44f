package io.qarion.core.transform;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Rows written out: small tables of constants, and tests. Cells are those of a {@code RowPage}.
   */
  record Rows(Schema schema, List<List<@Nullable Object>> rows) implements RowSource {

    public Rows {
      rows = RowPage.of(schema, 0, rows, false).rows();
    }

    public static Rows of(RowPage page) {
      return new Rows(page.schema(), page.rows());
    }
  }
}
