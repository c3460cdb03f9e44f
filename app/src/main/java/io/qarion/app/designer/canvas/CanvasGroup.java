package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * A group of steps where they are: a frame behind its cards, or one card in the middle of them.
 *
 * @param places of its steps, whether they are seen or not; at least one
 */
public record CanvasGroup(String id, String name, Map<TaskId, Point2D> places, boolean collapsed) {

  /** Height of the strip with the name. */
  static final double TITLE = 32;

  static final double AROUND = 16;

  public CanvasGroup {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  List<TaskId> steps() {
    return List.copyOf(places.keySet());
  }

  /** This where its steps have moved. */
  CanvasGroup moved(Map<TaskId, Point2D> steps) {
    var moved = new LinkedHashMap<>(places);
    moved.replaceAll((step, place) -> steps.getOrDefault(step, place));
    return new CanvasGroup(id, name, moved, collapsed);
  }

  /** The frame with its name above the cards. */
  Bounds frame() {
    Bounds cards = cards();
    return new BoundingBox(
        cards.getMinX() - AROUND,
        cards.getMinY() - TITLE - AROUND / 2,
        cards.getWidth() + 2 * AROUND,
        cards.getHeight() + TITLE + AROUND * 3 / 2);
  }

  /** The strip with the name, by which the group is taken hold of. */
  Bounds title() {
    Bounds frame = frame();
    return new BoundingBox(frame.getMinX(), frame.getMinY(), frame.getWidth(), TITLE);
  }

  /** Where its one card stands while it is collapsed. */
  Point2D card() {
    Bounds cards = cards();
    return GraphLayout.snapped(
        cards.getCenterX() - CanvasNode.WIDTH / 2, cards.getCenterY() - CanvasNode.HEIGHT / 2);
  }

  private Bounds cards() {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Point2D place : places.values()) {
      left = Math.min(left, place.getX());
      top = Math.min(top, place.getY());
      right = Math.max(right, place.getX() + CanvasNode.WIDTH);
      bottom = Math.max(bottom, place.getY() + CanvasNode.HEIGHT);
    }
    return new BoundingBox(left, top, right - left, bottom - top);
  }
}
