package io.qarion.plugins.rows;

/** An order of rows that are named by their numbers. */
@FunctionalInterface
public interface RowComparator {

  /** Less than 0 if the left row comes first, 0 if neither does. */
  int compare(int left, int right);
}
