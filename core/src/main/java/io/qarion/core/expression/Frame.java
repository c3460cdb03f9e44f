package io.qarion.core.expression;

/** The rows around the current one that a window function sees, both ends included. */
public record Frame(Frame.Unit unit, Frame.Bound start, Frame.Bound end) {

  /** What a frame counts. */
  public enum Unit {
    ROWS,
    /** By value: only the current row's peers and the ends of the partition can be named. */
    RANGE
  }

  /** Which way from the current row a bound lies. */
  public enum Direction {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  /**
   * One end of a frame.
   *
   * @param rows how far away, for PRECEDING and FOLLOWING; 0 for the others
   */
  public record Bound(Direction direction, long rows) {

    public static Bound of(Direction direction) {
      return new Bound(direction, 0);
    }
  }
}
