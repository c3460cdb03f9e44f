package io.qarion.app.designer.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Puts columns into another order: by a drag of a line's grip, with a line where it will be, and by
 * Alt with an arrow key. Escape stops a drag.
 */
final class ColumnOrder extends StackPane {

  private static final double LEAST = 4;
  private static final double THICK = 2;

  private final ListView<ColumnLine> columns;
  private final Move move;
  private final List<ColumnCell> cells = new ArrayList<>();
  private final Region line = new Region();
  private final EventHandler<KeyEvent> escape = this::escape;
  private Optional<ColumnCell> held = Optional.empty();
  private double pressed;
  private boolean dragging;

  /** What takes a column to another place. */
  @FunctionalInterface
  interface Move {

    /**
     * Moves a column among the others.
     *
     * @param to the place that the column then has, from 0
     */
    void move(ColumnLine column, int to);
  }

  ColumnOrder(ListView<ColumnLine> columns, Move move) {
    this.columns = columns;
    this.move = move;
    line.setId("dataset-drop");
    line.getStyleClass().add("rule-drop");
    line.setManaged(false);
    line.setMouseTransparent(true);
    line.setVisible(false);
    getChildren().addAll(columns, line);
    columns.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Lets a line be taken by its grip. */
  ColumnCell watch(ColumnCell cell) {
    cells.add(cell);
    Node grip = cell.grip();
    grip.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(cell, event));
    grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    grip.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    return cell;
  }

  private void press(ColumnCell cell, MouseEvent event) {
    boolean movable = event.getButton() == MouseButton.PRIMARY && cell.isMovable();
    held = movable ? Optional.of(cell) : Optional.empty();
    pressed = event.getSceneY();
    dragging = false;
  }

  private void drag(MouseEvent event) {
    if (held.isEmpty()) {
      return;
    }
    if (!dragging && Math.abs(event.getSceneY() - pressed) >= LEAST) {
      dragging = true;
      held.get().setDragged(true);
      getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    if (dragging) {
      scroll(event.getSceneY());
      show(gap(event.getSceneY()));
    }
    event.consume();
  }

  private void release(MouseEvent event) {
    Optional<ColumnLine> moved = dragging ? held.map(ColumnCell::getItem) : Optional.empty();
    int gap = gap(event.getSceneY());
    end();
    moved.ifPresent(column -> {
      int from = columns.getItems().indexOf(column);
      int to = to(gap, from);
      if (to != from) {
        move.move(column, to);
      }
    });
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void end() {
    if (dragging) {
      getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    held.ifPresent(cell -> cell.setDragged(false));
    held = Optional.empty();
    dragging = false;
    line.setVisible(false);
  }

  /** The lines that are in sight, from above. */
  private Stream<ColumnCell> inSight() {
    return cells.stream()
        .filter(cell -> cell.getItem() != null && cell.isVisible() && cell.getScene() != null)
        .sorted(Comparator.comparingInt(ColumnCell::getIndex));
  }

  /** How many columns would stand above the held one if it were dropped at a place. */
  private int gap(double sceneY) {
    return inSight()
        .filter(cell -> middle(cell) < sceneY)
        .map(cell -> cell.getIndex() + 1)
        .reduce((_, last) -> last)
        .or(() -> inSight().findFirst().map(ColumnCell::getIndex))
        .orElse(0);
  }

  private static double middle(Node cell) {
    Bounds bounds = cell.localToScene(cell.getLayoutBounds());
    return bounds.getCenterY();
  }

  /** The column is no longer where it was once it is put back in. */
  private static int to(int gap, int from) {
    return gap > from ? gap - 1 : gap;
  }

  private void scroll(double sceneY) {
    Bounds list = columns.localToScene(columns.getLayoutBounds());
    int first = inSight().findFirst().map(ColumnCell::getIndex).orElse(0);
    if (sceneY < list.getMinY() && first > 0) {
      columns.scrollTo(first - 1);
    } else if (sceneY > list.getMaxY()) {
      columns.scrollTo(first + 1);
    }
  }

  private void show(int gap) {
    int from = held.map(ColumnCell::getIndex).orElse(gap);
    line.setVisible(to(gap, from) != from);
    inSight()
        .filter(cell -> cell.getIndex() == gap || cell.getIndex() == gap - 1)
        .reduce((_, last) -> last)
        .map(cell -> {
          Bounds bounds = sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
          return cell.getIndex() == gap ? bounds.getMinY() : bounds.getMaxY();
        })
        .ifPresent(y -> line.resizeRelocate(0, y - THICK / 2, getWidth(), THICK));
  }

  private void key(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          default -> 0;
        };
    if (by == 0 || !event.isAltDown()) {
      return;
    }
    event.consume();
    Node focused = getScene().getFocusOwner();
    inSight()
        .filter(cell -> cell.partOf(focused).isPresent() && cell.isMovable())
        .findFirst()
        .ifPresent(cell -> moveWithFocus(cell, cell.partOf(focused).get(), cell.getIndex() + by));
  }

  /** What was typed is taken first, and the same part of the column has the focus afterwards. */
  private void moveWithFocus(ColumnCell cell, int part, int to) {
    int from = cell.getIndex();
    columns.requestFocus();
    if (to >= 0 && to < columns.getItems().size()) {
      move.move(columns.getItems().get(from), to);
      columns.layout();
    }
    int now = Math.clamp(to, 0, columns.getItems().size() - 1);
    if (inSight().noneMatch(each -> each.getIndex() == now)) {
      columns.scrollTo(now);
      columns.layout();
    }
    inSight()
        .filter(each -> each.getIndex() == now)
        .findFirst()
        .ifPresent(each -> each.enter(part));
  }
}
