package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;

/** Ways to put cards in line with each other, or at the same distance. All are on the grid then. */
enum Alignment {
  LEFT("arrange.left", "fth-align-left", 2),
  CENTRE("arrange.centre", "fth-align-center", 2),
  RIGHT("arrange.right", "fth-align-right", 2),
  TOP("arrange.top", "fth-arrow-up", 2),
  MIDDLE("arrange.middle", "fth-minus", 2),
  BOTTOM("arrange.bottom", "fth-arrow-down", 2),
  ACROSS("arrange.across", "fth-more-horizontal", 3),
  DOWN("arrange.down", "fth-more-vertical", 3);

  private final String action;
  private final String icon;
  private final int least;

  Alignment(String action, String icon, int least) {
    this.action = action;
    this.icon = icon;
    this.least = least;
  }

  /** The id of the action that does it. */
  String action() {
    return action;
  }

  String icon() {
    return icon;
  }

  /** How many cards it needs. */
  int least() {
    return least;
  }

  /** Whether it changes the distances between cards. */
  boolean isSpreading() {
    return this == ACROSS || this == DOWN;
  }

  /** Where the cards belong, in no order; those that stay are among them. */
  Map<TaskId, Point2D> places(List<CanvasNode> cards) {
    double left = least(cards, true);
    double right = most(cards, true);
    double top = least(cards, false);
    double bottom = most(cards, false);
    return switch (this) {
      case LEFT -> all(cards, place -> new Point2D(left, place.getY()));
      case CENTRE -> all(cards, place -> new Point2D((left + right) / 2, place.getY()));
      case RIGHT -> all(cards, place -> new Point2D(right, place.getY()));
      case TOP -> all(cards, place -> new Point2D(place.getX(), top));
      case MIDDLE -> all(cards, place -> new Point2D(place.getX(), (top + bottom) / 2));
      case BOTTOM -> all(cards, place -> new Point2D(place.getX(), bottom));
      case ACROSS -> spread(cards, left, right, true);
      case DOWN -> spread(cards, top, bottom, false);
    };
  }

  /** Cards have one size, so what holds for their corners holds for their edges and middles. */
  private static Map<TaskId, Point2D> all(List<CanvasNode> cards, Moved moved) {
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    for (CanvasNode card : cards) {
      Point2D place = moved.to(card.place());
      places.put(card.id(), GraphLayout.snapped(place.getX(), place.getY()));
    }
    return places;
  }

  /** The first and the last stay, the others come to be between them at the same distance. */
  private static Map<TaskId, Point2D> spread(
      List<CanvasNode> cards, double first, double last, boolean across) {
    List<CanvasNode> sorted =
        cards.stream().sorted(Comparator.comparingDouble(card -> along(card, across))).toList();
    double step = (last - first) / (sorted.size() - 1);
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      Point2D place = sorted.get(i).place();
      double at = first + i * step;
      places.put(
          sorted.get(i).id(),
          across ? GraphLayout.snapped(at, place.getY()) : GraphLayout.snapped(place.getX(), at));
    }
    return places;
  }

  private static double least(List<CanvasNode> cards, boolean across) {
    return cards.stream().mapToDouble(card -> along(card, across)).min().orElse(0);
  }

  private static double most(List<CanvasNode> cards, boolean across) {
    return cards.stream().mapToDouble(card -> along(card, across)).max().orElse(0);
  }

  private static double along(CanvasNode card, boolean across) {
    return across ? card.place().getX() : card.place().getY();
  }

  /** Where a card at a place belongs. */
  @FunctionalInterface
  private interface Moved {
    Point2D to(Point2D place);
  }
}
