package io.qarion.core.engine;

/**
 * A record that could not be read as declared.
 *
 * @param row number of the record in its file, from 1, without the header
 * @param column empty if the record as a whole is wrong
 * @param text the record as it stands in the file, shortened
 */
public record BadRecord(String file, long row, String column, String reason, String text) {

  @Override
  public String toString() {
    return "%s, record %d%s: %s — %s"
        .formatted(file, row, column.isEmpty() ? "" : ", column '" + column + "'", reason, text);
  }
}
