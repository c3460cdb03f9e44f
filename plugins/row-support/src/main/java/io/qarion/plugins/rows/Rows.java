package io.qarion.plugins.rows;

/** Rows by their numbers from 0. */
@FunctionalInterface
public interface Rows {

  /** A row, to be read before the next is asked for: the same view may be moved to it. */
  RowView at(int row);
}
