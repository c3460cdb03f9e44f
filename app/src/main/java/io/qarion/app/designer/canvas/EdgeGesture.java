package io.qarion.app.designer.canvas;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Chooses an edge by a click on it. */
final class EdgeGesture implements Gesture {

  static final double REACH = 6;

  private final CanvasModel model;

  EdgeGesture(CanvasModel model) {
    this.model = model;
  }

  @Override
  public boolean begins(MouseEvent press) {
    Viewport viewport = model.viewport().get();
    Point2D at = viewport.toCanvas(press.getX(), press.getY());
    Optional<CanvasEdge> edge =
        press.getButton() == MouseButton.PRIMARY && model.nodeAt(at).isEmpty()
            ? model.edgeAt(at, REACH / viewport.scale())
            : Optional.empty();
    model.chosenEdge().set(edge);
    if (edge.isPresent()) {
      model.selection().set(Set.of());
    }
    return edge.isPresent();
  }

  @Override
  public void drags(MouseEvent drag) {
    // An edge stays where its ends are.
  }

  @Override
  public void ends(MouseEvent release) {
    // It was chosen when it was pressed.
  }

  @Override
  public void cancels() {
    model.chosenEdge().set(Optional.empty());
  }
}
