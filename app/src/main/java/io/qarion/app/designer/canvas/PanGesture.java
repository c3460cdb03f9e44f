package io.qarion.app.designer.canvas;

import java.util.function.BooleanSupplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Moves the whole canvas, by the middle button or with the space bar held. */
final class PanGesture implements Gesture {

  private final CanvasModel model;
  private final BooleanSupplier space;
  private Viewport start = Viewport.WHOLE_SIZE;
  private double startX;
  private double startY;

  PanGesture(CanvasModel model, BooleanSupplier space) {
    this.model = model;
    this.space = space;
  }

  @Override
  public boolean begins(MouseEvent press) {
    start = model.viewport().get();
    startX = press.getX();
    startY = press.getY();
    return press.getButton() == MouseButton.MIDDLE
        || (press.getButton() == MouseButton.PRIMARY && space.getAsBoolean());
  }

  @Override
  public void drags(MouseEvent drag) {
    model.viewport().set(start.panned(drag.getX() - startX, drag.getY() - startY));
  }

  @Override
  public void ends(MouseEvent release) {
    drags(release);
  }

  @Override
  public void cancels() {
    model.viewport().set(start);
  }
}
