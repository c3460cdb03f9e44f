package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** Draws cards as boxes and edges as lines, for when they are too small to be read. */
final class SimplifiedLayer extends Region {

  private static final StyleablePropertyFactory<SimplifiedLayer> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Paint> card = paint("-card-paint", layer -> layer.card());
  private final StyleableProperty<Paint> border = paint("-border-paint", layer -> layer.border());
  private final StyleableProperty<Paint> line = paint("-line-paint", layer -> layer.line());
  private final StyleableProperty<Paint> chosen = paint("-chosen-paint", layer -> layer.chosen());
  private final StyleableProperty<Paint> note = paint("-note-paint", layer -> layer.note());
  private final Canvas canvas = new Canvas();

  SimplifiedLayer() {
    getStyleClass().add("simplified-layer");
    setMouseTransparent(true);
    getChildren().add(canvas);
  }

  private StyleableProperty<Paint> paint(
      String name, Function<SimplifiedLayer, StyleableProperty<Paint>> getter) {
    return FACTORY.createStyleablePaintProperty(this, name.substring(1), name, getter, Color.GRAY);
  }

  private StyleableProperty<Paint> card() {
    return card;
  }

  private StyleableProperty<Paint> border() {
    return border;
  }

  private StyleableProperty<Paint> line() {
    return line;
  }

  private StyleableProperty<Paint> chosen() {
    return chosen;
  }

  private StyleableProperty<Paint> note() {
    return note;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  /** Draws what is visible in so many pixels. */
  void draw(CanvasModel model, Viewport viewport, double width, double height) {
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    Bounds visible = viewport.visible(width, height);
    CanvasGraph graph = model.graph().get();
    graphics.setLineWidth(1);
    drawGround(graphics, graph, viewport, visible);
    graphics.setStroke(line.getValue());
    for (CanvasEdge edge : model.edgesIn(visible)) {
      Optional<CanvasNode> from = graph.find(edge.from());
      Optional<CanvasNode> to = graph.find(edge.to());
      if (from.isPresent() && to.isPresent()) {
        var start = viewport.toScreen(from.get().exit());
        var end = viewport.toScreen(to.get().entry());
        graphics.strokeLine(start.getX(), start.getY(), end.getX(), end.getY());
      }
    }
    Set<TaskId> selection = model.selection().get();
    for (CanvasNode node : model.nodesIn(visible)) {
      var corner = viewport.toScreen(node.place());
      double boxWidth = CanvasNode.WIDTH * viewport.scale();
      double boxHeight = CanvasNode.HEIGHT * viewport.scale();
      graphics.setFill(card.getValue());
      graphics.fillRect(corner.getX(), corner.getY(), boxWidth, boxHeight);
      boolean isChosen = node.steps().stream().anyMatch(selection::contains);
      graphics.setStroke(isChosen ? chosen.getValue() : border.getValue());
      graphics.strokeRect(corner.getX(), corner.getY(), boxWidth, boxHeight);
    }
  }

  private void drawGround(
      GraphicsContext graphics, CanvasGraph graph, Viewport viewport, Bounds visible) {
    for (CanvasGroup group : graph.groups()) {
      if (!group.collapsed() && group.frame().intersects(visible)) {
        graphics.setStroke(line.getValue());
        box(graphics, group.frame(), viewport, false);
      }
    }
    for (CanvasNote each : graph.notes()) {
      if (each.bounds().intersects(visible)) {
        graphics.setFill(note.getValue());
        box(graphics, each.bounds(), viewport, true);
      }
    }
  }

  private static void box(
      GraphicsContext graphics, Bounds area, Viewport viewport, boolean filled) {
    Point2D corner = viewport.toScreen(new Point2D(area.getMinX(), area.getMinY()));
    double width = area.getWidth() * viewport.scale();
    double height = area.getHeight() * viewport.scale();
    if (filled) {
      graphics.fillRect(corner.getX(), corner.getY(), width, height);
    } else {
      graphics.strokeRect(corner.getX(), corner.getY(), width, height);
    }
  }

  /** Draws nothing any more. */
  void clear() {
    canvas.setWidth(0);
    canvas.setHeight(0);
  }
}
