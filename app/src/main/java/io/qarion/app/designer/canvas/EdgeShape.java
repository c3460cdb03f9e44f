package io.qarion.app.designer.canvas;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** The curve of an edge: leaves to the right, comes in from the left. */
record EdgeShape(Point2D from, Point2D towards, Point2D before, Point2D to) {

  private static final double LEAST_REACH = 32;
  private static final int PARTS = 24;

  static EdgeShape between(CanvasNode from, CanvasNode to) {
    Point2D start = from.exit();
    Point2D end = to.entry();
    double reach = Math.max(LEAST_REACH, Math.abs(end.getX() - start.getX()) / 2);
    return new EdgeShape(start, start.add(reach, 0), end.subtract(reach, 0), end);
  }

  /** An area that the curve does not leave. */
  Bounds bounds() {
    double left = Math.min(Math.min(from.getX(), to.getX()), before.getX());
    double right = Math.max(Math.max(from.getX(), to.getX()), towards.getX());
    double top = Math.min(from.getY(), to.getY());
    double bottom = Math.max(from.getY(), to.getY());
    return new BoundingBox(left, top, right - left, Math.max(1, bottom - top));
  }

  /** The point half way. */
  Point2D middle() {
    return new Point2D(
        (from.getX() + 3 * towards.getX() + 3 * before.getX() + to.getX()) / 8,
        (from.getY() + 3 * towards.getY() + 3 * before.getY() + to.getY()) / 8);
  }

  /** How far a place is from the curve, about. */
  double distance(Point2D place) {
    double nearest = Double.MAX_VALUE;
    Point2D before = from;
    for (int i = 1; i <= PARTS; i++) {
      Point2D next = at((double) i / PARTS);
      nearest = Math.min(nearest, toSegment(place, before, next));
      before = next;
    }
    return nearest;
  }

  private Point2D at(double t) {
    double rest = 1 - t;
    return from.multiply(rest * rest * rest)
        .add(towards.multiply(3 * rest * rest * t))
        .add(before.multiply(3 * rest * t * t))
        .add(to.multiply(t * t * t));
  }

  private static double toSegment(Point2D place, Point2D start, Point2D end) {
    Point2D along = end.subtract(start);
    double length = along.dotProduct(along);
    double share =
        length == 0 ? 0 : Math.clamp(place.subtract(start).dotProduct(along) / length, 0, 1);
    return place.distance(start.add(along.multiply(share)));
  }
}
