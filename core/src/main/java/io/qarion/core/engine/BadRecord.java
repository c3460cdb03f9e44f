package io.qarion.core.engine;

import java.util.stream.Stream;

/**
 * A record that could not be read as declared.
 *
 * @param row number of the record in its file, from 1, without the header
 * @param column empty if the record as a whole is wrong
 * @param text the record as it stands in the file, shortened
 */
public record BadRecord(String file, long row, String column, String reason, String text) {

  /** Begins the reason where a value is there and can't become one of its column's type. */
  public static final String OTHER_TYPE = "not of type ";

  /** Begins the reason where a column that must have a value has none. */
  public static final String MISSING_VALUE = "a required value is missing";

  /** Begins the reason where the file itself has a fault in the place of a value. */
  public static final String FAULT = "an error instead of a value";

  /** Whether it could be parted into values, so that it is a row of which one value is bad. */
  public boolean hasValues() {
    return Stream.of(OTHER_TYPE, MISSING_VALUE, FAULT).anyMatch(reason::startsWith);
  }

  @Override
  public String toString() {
    return "%s, record %d%s: %s — %s"
        .formatted(file, row, column.isEmpty() ? "" : ", column '" + column + "'", reason, text);
  }
}
