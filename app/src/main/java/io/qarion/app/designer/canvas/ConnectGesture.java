package io.qarion.app.designer.canvas;

import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Draws an edge from the right side of a card to another card, or to what is to come next. */
final class ConnectGesture implements Gesture {

  private static final double REACH = 12;

  private final CanvasModel model;
  private final CanvasView view;
  private final Ends ends;
  private final BooleanSupplier editable;
  private Optional<CanvasNode> from = Optional.empty();

  /** What may be connected, and what becomes of it. */
  interface Ends {

    Set<TaskId> targets(TaskId from);

    Optional<Problem> refusal(TaskId from, TaskId to);

    void connect(TaskId from, TaskId to);

    /** The wire ended where nothing is. */
    void next(TaskId from, Point2D pixels);
  }

  ConnectGesture(CanvasModel model, CanvasView view, Ends ends, BooleanSupplier editable) {
    this.model = model;
    this.view = view;
    this.ends = ends;
    this.editable = editable;
  }

  @Override
  public boolean begins(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY || !editable.getAsBoolean()) {
      return false;
    }
    Viewport viewport = model.viewport().get();
    Point2D at = viewport.toCanvas(press.getX(), press.getY());
    double reach = REACH / viewport.scale();
    from =
        model
            .nodesIn(new BoundingBox(at.getX() - reach, at.getY() - reach, 2 * reach, 2 * reach))
            .stream()
            .filter(node -> !node.isGroup() && node.exit().distance(at) <= reach)
            .findFirst();
    from.ifPresent(node -> view.light(Optional.of(node.id()), ends.targets(node.id())));
    return from.isPresent();
  }

  @Override
  public void drags(MouseEvent drag) {
    Point2D end = new Point2D(drag.getX(), drag.getY());
    from.ifPresent(node ->
        view.edits()
            .showWire(
                model.viewport().get().toScreen(node.exit()),
                end,
                under(drag)
                    .filter(to -> !to.equals(node.id()))
                    .flatMap(to -> ends.refusal(node.id(), to))
                    .map(problem -> problem.message() + "\n" + problem.fix())
                    .orElse("")));
  }

  @Override
  public void ends(MouseEvent release) {
    Optional<TaskId> start = from.map(CanvasNode::id);
    cancels();
    if (start.isEmpty()) {
      return;
    }
    Optional<TaskId> to = under(release);
    if (to.isEmpty()) {
      ends.next(start.get(), new Point2D(release.getX(), release.getY()));
    } else if (!to.equals(start) && ends.refusal(start.get(), to.get()).isEmpty()) {
      ends.connect(start.get(), to.get());
    }
  }

  @Override
  public void cancels() {
    from = Optional.empty();
    view.edits().hideWire();
    view.light(Optional.empty(), Set.of());
  }

  private Optional<TaskId> under(MouseEvent at) {
    return model.nodeAt(model.viewport().get().toCanvas(at.getX(), at.getY())).map(CanvasNode::id);
  }
}
