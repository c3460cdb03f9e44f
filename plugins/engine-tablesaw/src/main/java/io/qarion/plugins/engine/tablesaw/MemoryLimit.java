package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;

/**
 * How much a table may hold, so that a step is refused before the memory of the program is used up.
 *
 * @param rows of one table
 * @param bytes that one table may take, by estimate
 */
record MemoryLimit(long rows, long bytes) {

  /** A number and its place among the NULLs. */
  private static final int BYTES_A_NUMBER = 9;

  /** A text of some twenty letters, its object, and its place in the column. */
  private static final int BYTES_AN_OBJECT = 64;

  /**
   * While a row is chosen or joined, its number on both sides, and its place in a table of keys.
   */
  private static final int BYTES_A_ROW = 32;

  private static final long USUAL_ROWS = 1_000_000;

  /** Half of what the program may take. */
  static MemoryLimit usual() {
    return new MemoryLimit(USUAL_ROWS, Runtime.getRuntime().maxMemory() / 2);
  }

  MemoryLimit withRows(long newRows) {
    return new MemoryLimit(newRows, bytes);
  }

  /** The room for rows of these columns. */
  RowRoom of(Schema schema) {
    return new RowRoom(this, schema.size(), bytesOfRow(schema));
  }

  private static long bytesOfRow(Schema schema) {
    long bytes = BYTES_A_ROW;
    for (Column column : schema.columns()) {
      boolean isNumber = column.type() == PlainType.FLOAT || NumberForm.has(column.type());
      bytes += isNumber ? BYTES_A_NUMBER : BYTES_AN_OBJECT;
    }
    return bytes;
  }
}
