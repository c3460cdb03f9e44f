package io.qarion.core.transform;

import io.qarion.core.dataset.Schema;

/**
 * One input of a query.
 *
 * @param alias the name that rules and SQL call it by
 * @param schema the columns that are to be seen; each is a column of {@code rows}
 */
public record TransformationSource(String alias, RowSource rows, Schema schema) {

  /** A source of which everything is seen. */
  public static TransformationSource of(String alias, RowSource rows) {
    return new TransformationSource(alias, rows, rows.schema());
  }

  public TransformationSource withRows(RowSource newRows) {
    return new TransformationSource(alias, newRows, schema);
  }
}
