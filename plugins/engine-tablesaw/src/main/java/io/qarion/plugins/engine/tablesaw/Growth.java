package io.qarion.plugins.engine.tablesaw;

/** How much room a growing array is given. */
final class Growth {

  private static final int FIRST = 64;

  private Growth() {}

  /** Half as much again, so that arrays that are full are not mostly empty afterwards. */
  static int more(int size) {
    return Math.max(FIRST, size + (size >> 1));
  }
}
