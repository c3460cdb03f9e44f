package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Finds places for cards between those that stand already, so that none of them has to move. */
final class FreePlaces {

  /** Cards that stand closer look as one. */
  private static final double APART = 16;

  private final List<CanvasEdge> edges;
  private final Map<TaskId, Point2D> taken;

  /**
   * @param taken where cards stand; places that are found are put into it
   */
  FreePlaces(List<CanvasEdge> edges, Map<TaskId, Point2D> taken) {
    this.edges = edges;
    this.taken = taken;
  }

  /** Puts cards near to what they read, or before what reads them; else below all others. */
  void putNear(Collection<TaskId> steps) {
    List<TaskId> left = List.copyOf(steps);
    while (!left.isEmpty()) {
      // What reads a card that has no place yet waits for it; of a circle one goes first.
      List<TaskId> waiting = left;
      List<TaskId> ready =
          left.stream().filter(step -> edges(step, false).noneMatch(waiting::contains)).toList();
      List<TaskId> next = ready.isEmpty() ? left.subList(0, 1) : ready;
      next.forEach(step -> put(step, wanted(step)));
      left = left.stream().filter(step -> !next.contains(step)).toList();
    }
  }

  /** Puts a card at a place, or at the nearest free one above or below. */
  void put(TaskId step, Point2D wanted) {
    taken.put(step, free(wanted));
  }

  boolean isFree(Point2D place) {
    var card =
        new BoundingBox(
            place.getX() - APART,
            place.getY() - APART,
            CanvasNode.WIDTH + 2 * APART - 1,
            CanvasNode.HEIGHT + 2 * APART - 1);
    return taken.values().stream().noneMatch(at -> card.intersects(bounds(at)));
  }

  private Point2D free(Point2D wanted) {
    Point2D place = GraphLayout.snapped(wanted.getX(), wanted.getY());
    double away = 0;
    while (true) {
      if (isFree(place.add(0, away))) {
        return place.add(0, away);
      }
      if (isFree(place.subtract(0, away))) {
        return place.subtract(0, away);
      }
      away += GraphLayout.GRID;
    }
  }

  private Point2D wanted(TaskId step) {
    List<Point2D> before = known(step, false);
    List<Point2D> after = known(step, true);
    double wide = CanvasNode.WIDTH + GraphLayout.BETWEEN_LAYERS;
    if (!before.isEmpty()) {
      double beside = before.stream().mapToDouble(Point2D::getX).max().orElse(0) + wide;
      double readers = after.stream().mapToDouble(Point2D::getX).min().orElse(beside + wide);
      // Where there is no room before what reads it, it stands between both, a little below.
      double x = readers < beside + wide ? (beside - wide + readers) / 2 : beside;
      return new Point2D(x, middle(before, after));
    }
    if (!after.isEmpty()) {
      double x = after.stream().mapToDouble(Point2D::getX).min().orElse(0) - wide;
      return new Point2D(x, middle(after, List.of()));
    }
    double left = taken.values().stream().mapToDouble(Point2D::getX).min().orElse(0);
    double bottom =
        taken.values().stream().mapToDouble(Point2D::getY).max().orElse(-CanvasNode.HEIGHT);
    return new Point2D(left, bottom + CanvasNode.HEIGHT + GraphLayout.BETWEEN_NODES);
  }

  private static double middle(List<Point2D> some, List<Point2D> others) {
    return Stream.concat(some.stream(), others.stream())
        .mapToDouble(Point2D::getY)
        .average()
        .orElse(0);
  }

  private List<Point2D> known(TaskId step, boolean after) {
    return edges(step, after).map(taken::get).filter(Objects::nonNull).toList();
  }

  private Stream<TaskId> edges(TaskId step, boolean after) {
    return after
        ? edges.stream().filter(edge -> edge.from().equals(step)).map(CanvasEdge::to)
        : edges.stream().filter(edge -> edge.to().equals(step)).map(CanvasEdge::from);
  }

  private static Bounds bounds(Point2D place) {
    return new BoundingBox(place.getX(), place.getY(), CanvasNode.WIDTH, CanvasNode.HEIGHT);
  }
}
