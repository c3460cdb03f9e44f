package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Takes a group by its title: a click chooses its steps, a drag moves them together, the sign
 * before the name collapses it, and a second click lets it be renamed.
 */
final class GroupGesture implements Gesture {

  private static final double SIGN = 28;

  private final CanvasModel model;
  private final GroupEditing editing;
  private final Consumer<Map<TaskId, Point2D>> moved;
  private Optional<CanvasGroup> held = Optional.empty();
  private Map<TaskId, Point2D> before = Map.of();
  private Point2D start = Point2D.ZERO;
  private boolean moving;

  /**
   * @param moved gets the new places of the cards when the drag is over
   */
  GroupGesture(CanvasModel model, GroupEditing editing, Consumer<Map<TaskId, Point2D>> moved) {
    this.model = model;
    this.editing = editing;
    this.moved = moved;
  }

  @Override
  public boolean begins(MouseEvent press) {
    start = canvas(press);
    held = press.getButton() == MouseButton.PRIMARY ? model.groupAt(start) : Optional.empty();
    held.ifPresent(group -> editing.choose(group, press.isShiftDown() || press.isShortcutDown()));
    before = model.selectedPlaces();
    moving = false;
    return held.isPresent();
  }

  @Override
  public void drags(MouseEvent drag) {
    double far = canvas(drag).distance(start) * model.viewport().get().scale();
    moving = moving || far >= MoveGesture.LEAST;
    if (moving) {
      model.move(places(drag));
    }
  }

  @Override
  public void ends(MouseEvent release) {
    if (moving) {
      moved.accept(places(release));
    } else if (held.filter(this::isOnSign).isPresent()) {
      held.ifPresent(editing::toggle);
    } else if (release.getClickCount() == 2) {
      held.ifPresent(editing::rename);
    }
  }

  @Override
  public void cancels() {
    model.move(before);
  }

  private boolean isOnSign(CanvasGroup group) {
    return start.getX() < group.title().getMinX() + SIGN;
  }

  private Map<TaskId, Point2D> places(MouseEvent at) {
    Point2D way = canvas(at).subtract(start);
    Point2D steps = GraphLayout.snapped(way.getX(), way.getY());
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    before.forEach((id, place) -> places.put(id, place.add(steps)));
    return places;
  }

  private Point2D canvas(MouseEvent at) {
    return model.viewport().get().toCanvas(at.getX(), at.getY());
  }
}
