package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * A step as a card on the canvas, or a collapsed group as one; places are in canvas units, which
 * are pixels at 100 %.
 *
 * @param id of the step; of a group, that of its first
 * @param kind key of its icon
 * @param summary one line of what it does
 * @param group what it stands for if it is a group
 */
public record CanvasNode(
    TaskId id, String title, String kind, String summary, Point2D place, Optional<Members> group) {

  public static final double WIDTH = 216;
  public static final double HEIGHT = 80;

  /**
   * The steps of a collapsed group.
   *
   * @param id of the group
   * @param ends those whose rows go on to others, or nowhere
   */
  public record Members(String id, List<TaskId> steps, List<TaskId> ends) {

    public Members {
      steps = List.copyOf(steps);
      ends = List.copyOf(ends);
    }
  }

  /** A card of a step. */
  public CanvasNode(TaskId id, String title, String kind, String summary, Point2D place) {
    this(id, title, kind, summary, place, Optional.empty());
  }

  public Bounds bounds() {
    return new BoundingBox(place.getX(), place.getY(), WIDTH, HEIGHT);
  }

  public CanvasNode at(Point2D newPlace) {
    return new CanvasNode(id, title, kind, summary, newPlace, group);
  }

  /** The steps that it stands for. */
  public List<TaskId> steps() {
    return group.map(Members::steps).orElseGet(() -> List.of(id));
  }

  /** The steps whose rows come out of it. */
  public List<TaskId> ends() {
    return group.map(Members::ends).orElseGet(() -> List.of(id));
  }

  public boolean isGroup() {
    return group.isPresent();
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
