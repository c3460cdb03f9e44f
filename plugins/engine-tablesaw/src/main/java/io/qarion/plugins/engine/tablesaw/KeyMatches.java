package io.qarion.plugins.engine.tablesaw;

/** Finds rows by equal keys; NULL is equal to nothing. */
final class KeyMatches implements JoinMatches {

  private final Keys keys;
  private final Groups groups;
  private final GroupedRows members;

  /**
   * @param size of the right side
   */
  KeyMatches(Keys.Pair keys, int size) {
    this.keys = keys.left();
    this.groups = new Groups(keys.right(), size);
    this.members = new GroupedRows(groups);
  }

  @Override
  public boolean has(int row) {
    return !keys.hasNull(row) && groups.has(keys, row);
  }

  @Override
  public void add(int row, RowNumbers found) {
    int group = keys.hasNull(row) ? RowNumbers.NONE : groups.find(keys, row);
    if (group != RowNumbers.NONE) {
      for (int place = members.start(group); place < members.end(group); place++) {
        found.add(members.row(place));
      }
    }
  }
}
