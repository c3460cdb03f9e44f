package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A small picture of the whole graph and of the part that is shown; a drag on it moves that. */
final class Minimap extends Region {

  private static final double WIDTH = 176;
  private static final double LEAST_HEIGHT = 40;
  private static final double MOST_HEIGHT = 104;
  private static final double MARGIN = 8;
  private static final double EDGE = 1;

  private final CanvasModel model;
  private final SimplifiedLayer picture = new SimplifiedLayer();
  private final Rectangle frame = new Rectangle();
  private double shownWidth;
  private double shownHeight;

  Minimap(CanvasModel model, Messages messages) {
    this.model = model;
    setId("minimap");
    getStyleClass().add("minimap");
    setCursor(Cursor.HAND);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(messages.get("canvas.minimap"));
    frame.getStyleClass().add("minimap-frame");
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    getChildren().addAll(picture, frame);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    // Drawn once a frame at most, however often a drag moves a card.
    model.graph().addListener((_, _, _) -> requestLayout());
    model.selection().addListener((_, _, _) -> requestLayout());
    visibleProperty().addListener((_, _, _) -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::move);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
    addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
  }

  /** Frames the part that is shown in so many pixels; hidden where that is all there is. */
  void show(Viewport viewport, double width, double height) {
    shownWidth = width;
    shownHeight = height;
    Bounds visible = viewport.visible(width, height);
    Bounds all = model.graph().get().bounds();
    setVisible(!all.isEmpty() && !visible.contains(all));
    frame(visible);
  }

  /** What lies beyond the graph is not on the map. */
  private void frame(Bounds visible) {
    Viewport small = whole();
    Point2D first = small.toScreen(new Point2D(visible.getMinX(), visible.getMinY()));
    Point2D last = small.toScreen(new Point2D(visible.getMaxX(), visible.getMaxY()));
    double left = Math.clamp(first.getX(), EDGE, WIDTH - EDGE);
    double top = Math.clamp(first.getY(), EDGE, prefHeight(-1) - EDGE);
    frame.setX(left);
    frame.setY(top);
    frame.setWidth(Math.clamp(last.getX(), EDGE, WIDTH - EDGE) - left);
    frame.setHeight(Math.clamp(last.getY(), EDGE, prefHeight(-1) - EDGE) - top);
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  /** As flat as the graph, so that it covers little of it. */
  @Override
  protected double computePrefHeight(double width) {
    Bounds all = model.graph().get().bounds();
    double wanted = (WIDTH - 2 * MARGIN) * all.getHeight() / Math.max(1, all.getWidth());
    return Math.clamp(wanted + 2 * MARGIN, LEAST_HEIGHT, MOST_HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
    if (isVisible()) {
      picture.draw(model, whole(), getWidth(), getHeight());
      show(model.viewport().get(), shownWidth, shownHeight);
    }
  }

  private Viewport whole() {
    return Viewport.overview(model.graph().get().bounds(), WIDTH, prefHeight(-1), MARGIN);
  }

  private void move(MouseEvent event) {
    Point2D place = whole().toCanvas(event.getX(), event.getY());
    double scale = model.viewport().get().scale();
    model
        .viewport()
        .set(
            new Viewport(
                scale,
                shownWidth / 2 - place.getX() * scale,
                shownHeight / 2 - place.getY() * scale));
    event.consume();
  }
}
