package io.qarion.plugins.rows;

import io.qarion.core.expression.Frame;

/** The rows of one partition of a window in their order, with which of them are equal in it. */
public final class Partition {

  private final int[] rows;
  private final int first;
  private final int[] firstPeers;
  private final int[] lastPeers;
  private final int[] ranks;

  /**
   * A part of rows that are sorted.
   *
   * @param from the first of the part
   * @param to behind its last
   */
  public Partition(int[] rows, int from, int to, RowComparator order) {
    int size = to - from;
    this.rows = rows;
    this.first = from;
    this.firstPeers = new int[size];
    this.lastPeers = new int[size];
    this.ranks = new int[size];
    for (int i = 1; i < size; i++) {
      boolean isPeer = order.compare(row(i - 1), row(i)) == 0;
      firstPeers[i] = isPeer ? firstPeers[i - 1] : i;
      ranks[i] = ranks[i - 1] + (isPeer ? 0 : 1);
    }
    for (int i = size - 1; i >= 0; i--) {
      boolean isLast = i == size - 1 || firstPeers[i + 1] == i + 1;
      lastPeers[i] = isLast ? i : lastPeers[i + 1];
    }
  }

  int size() {
    return ranks.length;
  }

  int row(int place) {
    return rows[first + place];
  }

  int firstPeer(int place) {
    return firstPeers[place];
  }

  int lastPeer(int place) {
    return lastPeers[place];
  }

  /** How many different orders come before. */
  int denseRank(int place) {
    return ranks[place];
  }

  /** The first row of a frame; may lie beyond the last. */
  int start(Frame frame, int place) {
    long start = bound(frame.unit(), frame.start(), place, true);
    return (int) Math.max(0, Math.min(start, size()));
  }

  /** The last row of a frame; may lie before the first. */
  int end(Frame frame, int place) {
    long end = bound(frame.unit(), frame.end(), place, false);
    return (int) Math.max(-1, Math.min(end, size() - 1L));
  }

  private long bound(Frame.Unit unit, Frame.Bound bound, int place, boolean isStart) {
    return switch (bound.direction()) {
      case UNBOUNDED_PRECEDING -> 0;
      case PRECEDING -> place - bound.rows();
      case CURRENT_ROW ->
          switch (unit) {
            case ROWS -> place;
            case RANGE -> isStart ? firstPeer(place) : lastPeer(place);
          };
      case FOLLOWING -> place + bound.rows();
      case UNBOUNDED_FOLLOWING -> size() - 1L;
    };
  }
}
