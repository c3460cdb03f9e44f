package io.qarion.plugins.files.xlsx;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sheet.
 *
 * @param firstColumn from 0
 * @param lastColumn from 0; {@link #LAST_COLUMN} if the sheet's own last one
 * @param firstRow from 1
 * @param lastRow from 1; {@link #LAST_ROW} if the sheet's own last one
 * @param stated whether its columns were stated
 */
record CellRange(int firstColumn, int lastColumn, int firstRow, int lastRow, boolean stated) {

  static final int LAST_COLUMN = 16_383;
  static final int LAST_ROW = 1_048_576;

  /** All of a sheet. */
  static final CellRange ALL = new CellRange(0, LAST_COLUMN, 1, LAST_ROW, false);

  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{0,7}):\\$?([A-Z]{1,3})\\$?(\\d{0,7})");

  /** Such as {@code B3:F20}, {@code B3:F} or {@code B:F}; empty for what is no range. */
  static Optional<CellRange> parse(String text) {
    Matcher found = RANGE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!found.matches()) {
      return Optional.empty();
    }
    var range =
        new CellRange(
            column(found.group(1)),
            column(found.group(3)),
            found.group(2).isEmpty() ? 1 : Integer.parseInt(found.group(2)),
            found.group(4).isEmpty() ? LAST_ROW : Integer.parseInt(found.group(4)),
            true);
    return Optional.of(range).filter(CellRange::isPossible);
  }

  private boolean isPossible() {
    return firstColumn <= lastColumn
        && lastColumn <= LAST_COLUMN
        && firstRow >= 1
        && firstRow <= lastRow
        && lastRow <= LAST_ROW;
  }

  boolean hasRow(int row) {
    return row >= firstRow && row <= lastRow;
  }

  boolean hasColumn(int column) {
    return column >= firstColumn && column <= lastColumn;
  }

  /** The same rows, other columns. */
  CellRange withColumns(int first, int last) {
    return new CellRange(first, last, firstRow, lastRow, stated);
  }

  /** The same columns, from another row on. */
  CellRange from(int row) {
    return new CellRange(firstColumn, lastColumn, row, lastRow, stated);
  }

  /** Number of a column by its letters, from 0. */
  static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** The letters of a column. */
  static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
