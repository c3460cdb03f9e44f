package io.qarion.app.designer.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;
import javafx.scene.shape.Line;

/**
 * Where a card that is being moved comes to stand: in line with others where it is nearly so, else
 * on the grid. Cards have one size, so left edges that line up say the same of right ones and
 * middles.
 *
 * @param lines through the cards with which it lines up
 */
record Guides(Point2D place, List<Line> lines) {

  private static final double BEYOND = 16;

  Guides {
    lines = List.copyOf(lines);
  }

  /**
   * @param reach how far a card may be off the line
   */
  static Guides of(Point2D wanted, Collection<CanvasNode> others, double reach) {
    Optional<CanvasNode> above = nearest(wanted, others, Point2D::getX, reach);
    Optional<CanvasNode> beside = nearest(wanted, others, Point2D::getY, reach);
    Point2D grid = GraphLayout.snapped(wanted.getX(), wanted.getY());
    var place =
        new Point2D(
            above.map(card -> card.place().getX()).orElse(grid.getX()),
            beside.map(card -> card.place().getY()).orElse(grid.getY()));
    var lines = new ArrayList<Line>();
    above.ifPresent(card ->
        lines.add(
            new Line(
                place.getX(),
                Math.min(place.getY(), card.place().getY()) - BEYOND,
                place.getX(),
                Math.max(place.getY(), card.place().getY()) + CanvasNode.HEIGHT + BEYOND)));
    beside.ifPresent(card -> {
      double middle = place.getY() + CanvasNode.HEIGHT / 2;
      lines.add(
          new Line(
              Math.min(place.getX(), card.place().getX()) - BEYOND,
              middle,
              Math.max(place.getX(), card.place().getX()) + CanvasNode.WIDTH + BEYOND,
              middle));
    });
    return new Guides(place, lines);
  }

  /** Of the cards that nearly line up, the one that is nearest. */
  private static Optional<CanvasNode> nearest(
      Point2D wanted,
      Collection<CanvasNode> others,
      ToDoubleFunction<Point2D> along,
      double reach) {
    return others.stream()
        .filter(card -> off(wanted, card, along) <= reach)
        .min(
            Comparator.comparingDouble((CanvasNode card) -> off(wanted, card, along))
                .thenComparingDouble(card -> card.place().distance(wanted)));
  }

  private static double off(Point2D wanted, CanvasNode card, ToDoubleFunction<Point2D> along) {
    return Math.abs(along.applyAsDouble(wanted) - along.applyAsDouble(card.place()));
  }
}
