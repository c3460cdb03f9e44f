package io.qarion.plugins.files.xlsx;

/**
 * A cell that holds something.
 *
 * @param column from 0
 * @param text as it is stored
 * @param moment what a number stands for by its format
 */
record SheetCell(int column, Kind kind, String text, Moment moment) {

  /** What is stored in a cell. */
  enum Kind {
    NUMBER,
    TEXT,
    FLAG,
    /** A date or moment in ISO's form. */
    ISO_MOMENT,
    /** An error instead of a value. */
    FAULT
  }
}
