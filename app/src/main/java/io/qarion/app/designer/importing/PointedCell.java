package io.qarion.app.designer.importing;

/**
 * The value of the grid that belongs to the bad row that is pointed to.
 *
 * @param row from 0; negative if none of the rows that are shown is meant
 * @param column its place in the row; negative if the row as a whole is meant
 */
record PointedCell(int row, int column) {

  static final PointedCell NONE = new PointedCell(-1, -1);

  boolean is(int otherRow, int otherColumn) {
    return row >= 0 && column >= 0 && row == otherRow && column == otherColumn;
  }
}
