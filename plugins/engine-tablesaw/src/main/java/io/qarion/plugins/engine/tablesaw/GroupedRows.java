package io.qarion.plugins.engine.tablesaw;

/** Rows in the order of their groups, and in a group in their own. */
final class GroupedRows {

  private final int[] rows;
  private final int[] starts;

  GroupedRows(Groups groups) {
    this(groups, groups.count());
  }

  /**
   * The same with groups that have no rows.
   *
   * @param count of groups, with those
   */
  GroupedRows(Groups groups, int count) {
    this.rows = new int[groups.rows()];
    this.starts = new int[count + 1];
    for (int row = 0; row < rows.length; row++) {
      starts[groups.of(row) + 1]++;
    }
    for (int group = 0; group < count; group++) {
      starts[group + 1] += starts[group];
    }
    int[] next = starts.clone();
    for (int row = 0; row < rows.length; row++) {
      rows[next[groups.of(row)]++] = row;
    }
  }

  /** All rows; those of a group lie from its start to its end and may be put in another order. */
  int[] rows() {
    return rows;
  }

  int row(int place) {
    return rows[place];
  }

  int start(int group) {
    return starts[group];
  }

  /** Behind the last row of a group. */
  int end(int group) {
    return starts[group + 1];
  }

  /** Number of groups. */
  int count() {
    return starts.length - 1;
  }
}
