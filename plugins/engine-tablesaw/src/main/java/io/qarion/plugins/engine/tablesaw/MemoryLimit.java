package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;

/**
 * How much a table may hold, so that a step is refused before the memory of the program is used up.
 *
 * @param rows of one table
 * @param bytes that one table may take, by estimate
 */
record MemoryLimit(long rows, long bytes) {

  /** A cell is an object and a place in its row. */
  private static final int BYTES_A_CELL = 40;

  private static final int BYTES_A_ROW = 48;
  private static final long USUAL_ROWS = 1_000_000;

  /** Half of what the program may take. */
  static MemoryLimit usual() {
    return new MemoryLimit(USUAL_ROWS, Runtime.getRuntime().maxMemory() / 2);
  }

  MemoryLimit withRows(long newRows) {
    return new MemoryLimit(newRows, bytes);
  }

  /**
   * Refuses what there is no room for.
   *
   * @throws QarionException that says how much it is
   */
  void check(long wanted, int columns) {
    long needed = wanted * (BYTES_A_ROW + (long) BYTES_A_CELL * columns);
    if (wanted > rows || needed > bytes) {
      throw new QarionException(
          Problem.error(
              "engine.memory",
              Place.UNKNOWN,
              "The step has %,d rows of %d columns, about %,d MB; Tablesaw holds %,d rows and %,d MB at most."
                  .formatted(wanted, columns, needed >> 20, rows, bytes >> 20),
              "Run it on duckdb, or raise row_limit in [engine.config]."));
    }
  }
}
