package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * A step as a card on the canvas; places are in canvas units, which are pixels at 100 %.
 *
 * @param kind key of its icon
 * @param summary one line of what it does
 */
public record CanvasNode(TaskId id, String title, String kind, String summary, Point2D place) {

  public static final double WIDTH = 216;
  public static final double HEIGHT = 80;

  public Bounds bounds() {
    return new BoundingBox(place.getX(), place.getY(), WIDTH, HEIGHT);
  }

  public CanvasNode at(Point2D newPlace) {
    return new CanvasNode(id, title, kind, summary, newPlace);
  }

  /** Where edges come in. */
  public Point2D entry() {
    return place.add(0, HEIGHT / 2);
  }

  /** Where edges go out. */
  public Point2D exit() {
    return place.add(WIDTH, HEIGHT / 2);
  }
}
