package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Chooses a card by a click, and moves the chosen cards by a drag: along the grid, and in line with
 * others.
 */
final class MoveGesture implements Gesture {

  /** A hand that shakes by less than this only clicks. */
  static final double LEAST = 4;

  private static final double REACH = 6;

  private final CanvasModel model;
  private final CanvasView view;
  private final Consumer<Map<TaskId, Point2D>> moved;
  private final Consumer<CanvasNode> opened;
  private Map<TaskId, Point2D> before = Map.of();
  private Optional<CanvasNode> pressed = Optional.empty();
  private double startX;
  private double startY;
  private boolean moving;

  /**
   * @param moved gets the new places of the cards when the drag is over
   * @param opened gets a card that is clicked twice
   */
  MoveGesture(
      CanvasModel model,
      CanvasView view,
      Consumer<Map<TaskId, Point2D>> moved,
      Consumer<CanvasNode> opened) {
    this.model = model;
    this.view = view;
    this.moved = moved;
    this.opened = opened;
  }

  @Override
  public boolean begins(MouseEvent press) {
    if (press.getButton() != MouseButton.PRIMARY) {
      return false;
    }
    pressed = model.nodeAt(model.viewport().get().toCanvas(press.getX(), press.getY()));
    pressed.ifPresent(card -> choose(card, press.isShiftDown() || press.isShortcutDown()));
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
    Guides guides = guides(drag);
    view.showGuides(guides.lines());
    model.move(places(guides));
  }

  @Override
  public void ends(MouseEvent release) {
    view.showGuides(List.of());
    if (moving) {
      moved.accept(places(guides(release)));
    } else if (!release.isShiftDown() && !release.isShortcutDown()) {
      pressed.ifPresent(model::choose);
      if (release.getClickCount() == 2) {
        pressed.ifPresent(opened);
      }
    }
  }

  @Override
  public void cancels() {
    view.showGuides(List.of());
    model.move(before);
  }

  private void choose(CanvasNode card, boolean more) {
    Set<TaskId> selection = model.selection().get();
    if (more) {
      var changed = new LinkedHashSet<>(selection);
      if (!changed.removeAll(card.steps())) {
        changed.addAll(card.steps());
      }
      model.selection().set(changed);
    } else if (card.steps().stream().noneMatch(selection::contains)) {
      model.choose(card);
    }
  }

  private Guides guides(MouseEvent at) {
    double scale = model.viewport().get().scale();
    Point2D wanted = start().add((at.getX() - startX) / scale, (at.getY() - startY) / scale);
    List<CanvasNode> others =
        model.nodesIn(model.viewport().get().visible(view.getWidth(), view.getHeight())).stream()
            .filter(card -> !before.containsKey(card.id()))
            .toList();
    return Guides.of(wanted, others, REACH / scale);
  }

  private Map<TaskId, Point2D> places(Guides guides) {
    Point2D way = guides.place().subtract(start());
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    before.forEach((id, place) -> places.put(id, place.add(way)));
    return places;
  }

  /** Where the card that is held was; the others go along with it. */
  private Point2D start() {
    return pressed.map(CanvasNode::place).orElse(Point2D.ZERO);
  }
}
