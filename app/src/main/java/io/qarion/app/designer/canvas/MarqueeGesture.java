package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Chooses all cards that a drawn frame touches; a click on nothing chooses none. */
final class MarqueeGesture implements Gesture {

  private static final Bounds NOTHING = new BoundingBox(0, 0, -1, -1);

  private final CanvasModel model;
  private final Consumer<Bounds> frame;
  private Set<TaskId> before = Set.of();
  private boolean more;
  private double startX;
  private double startY;

  /**
   * @param frame shows the area in pixels; an empty one hides it
   */
  MarqueeGesture(CanvasModel model, Consumer<Bounds> frame) {
    this.model = model;
    this.frame = frame;
  }

  @Override
  public boolean begins(MouseEvent press) {
    startX = press.getX();
    startY = press.getY();
    before = model.selection().get();
    more = press.isShiftDown() || press.isShortcutDown();
    return press.getButton() == MouseButton.PRIMARY;
  }

  @Override
  public void drags(MouseEvent drag) {
    frame.accept(area(drag));
    choose(drag);
  }

  @Override
  public void ends(MouseEvent release) {
    frame.accept(NOTHING);
    choose(release);
  }

  @Override
  public void cancels() {
    frame.accept(NOTHING);
    model.selection().set(before);
  }

  private void choose(MouseEvent at) {
    Viewport viewport = model.viewport().get();
    Bounds pixels = area(at);
    Point2D corner = viewport.toCanvas(pixels.getMinX(), pixels.getMinY());
    var framed =
        new BoundingBox(
            corner.getX(),
            corner.getY(),
            pixels.getWidth() / viewport.scale(),
            pixels.getHeight() / viewport.scale());
    var chosen = new LinkedHashSet<TaskId>(more ? before : Set.of());
    model.nodesIn(framed).stream()
        .filter(node -> node.bounds().intersects(framed))
        .forEach(node -> chosen.addAll(node.steps()));
    model.selection().set(chosen);
  }

  private Bounds area(MouseEvent at) {
    return new BoundingBox(
        Math.min(startX, at.getX()),
        Math.min(startY, at.getY()),
        Math.abs(at.getX() - startX),
        Math.abs(at.getY() - startY));
  }
}
