package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Chooses a card by a click, and moves the chosen cards by a drag, along the grid. */
final class MoveGesture implements Gesture {

  /** A hand that shakes by less than this only clicks. */
  private static final double LEAST = 4;

  private final CanvasModel model;
  private final Consumer<Map<TaskId, Point2D>> moved;
  private Map<TaskId, Point2D> before = Map.of();
  private Optional<TaskId> pressed = Optional.empty();
  private double startX;
  private double startY;
  private boolean moving;

  /**
   * @param moved gets the new places of the cards when the drag is over
   */
  MoveGesture(CanvasModel model, Consumer<Map<TaskId, Point2D>> moved) {
    this.model = model;
    this.moved = moved;
  }

  @Override
  public boolean begins(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY) {
      return false;
    }
    pressed =
        model
            .nodeAt(model.viewport().get().toCanvas(press.getX(), press.getY()))
            .map(CanvasNode::id);
    pressed.ifPresent(id -> choose(id, press.isShiftDown() || press.isShortcutDown()));
    startX = press.getX();
    startY = press.getY();
    moving = false;
    before = model.selectedPlaces();
    return pressed.isPresent();
  }

  @Override
  public void drags(MouseEvent drag) {
    if (!moving && Math.hypot(drag.getX() - startX, drag.getY() - startY) < LEAST) {
      return;
    }
    moving = true;
    model.move(places(drag));
  }

  @Override
  public void ends(MouseEvent release) {
    if (moving) {
      moved.accept(places(release));
    } else if (!release.isShiftDown() && !release.isShortcutDown()) {
      pressed.ifPresent(id -> model.selection().set(Set.of(id)));
    }
  }

  @Override
  public void cancels() {
    model.move(before);
  }

  private void choose(TaskId id, boolean more) {
    Set<TaskId> selection = model.selection().get();
    if (more) {
      var changed = new LinkedHashSet<>(selection);
      if (!changed.remove(id)) {
        changed.add(id);
      }
      model.selection().set(changed);
    } else if (!selection.contains(id)) {
      model.selection().set(Set.of(id));
    }
  }

  private Map<TaskId, Point2D> places(MouseEvent at) {
    double scale = model.viewport().get().scale();
    double right = (at.getX() - startX) / scale;
    double down = (at.getY() - startY) / scale;
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    before.forEach((id, place) ->
        places.put(id, GraphLayout.snapped(place.getX() + right, place.getY() + down)));
    return places;
  }
}
