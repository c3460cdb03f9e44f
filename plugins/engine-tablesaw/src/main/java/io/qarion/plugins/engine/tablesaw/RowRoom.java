package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;

/**
 * The room for rows of some columns.
 *
 * @param bytes that a row takes, by estimate
 */
record RowRoom(MemoryLimit limit, int columns, long bytes) {

  /** For what was kept before, which is never refused. */
  static final RowRoom ENDLESS = new RowRoom(new MemoryLimit(Long.MAX_VALUE, Long.MAX_VALUE), 0, 0);

  /**
   * Refuses what there is no room for.
   *
   * @throws QarionException that says how much it is
   */
  void check(long rows) {
    long needed = rows * bytes;
    if (rows > limit.rows() || needed > limit.bytes()) {
      throw new QarionException(
          Problem.error(
              "engine.memory",
              Place.UNKNOWN,
              "The step has %,d rows of %d columns, about %,d MB; Tablesaw holds %,d rows and %,d MB at most."
                  .formatted(rows, columns, needed >> 20, limit.rows(), limit.bytes() >> 20),
              "Run it on duckdb, or raise row_limit in [engine.config]."));
    }
  }
}
