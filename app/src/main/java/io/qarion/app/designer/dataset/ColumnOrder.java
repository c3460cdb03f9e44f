package io.qarion.app.designer.dataset;

import io.qarion.app.designer.control.ReorderDrag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Puts columns into another order: by a drag of a line's grip, and by Alt with an arrow key. */
final class ColumnOrder implements ReorderDrag.Lines<ColumnLine> {

  private final ListView<ColumnLine> columns;
  private final Move move;
  private final List<ColumnCell> cells = new ArrayList<>();
  private final ReorderDrag<ColumnLine> drag;

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
    this.drag = new ReorderDrag<>(columns, "dataset-drop", this);
    columns.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The columns, with a mark where one will be. */
  Region node() {
    return drag;
  }

  /** Lets a line be taken by its grip. */
  ColumnCell watch(ColumnCell cell) {
    cells.add(cell);
    drag.watch(
        cell.grip(), () -> Optional.ofNullable(cell.getItem()).filter(_ -> cell.isMovable()));
    return cell;
  }

  @Override
  public int index(ColumnLine column) {
    return columns.getItems().indexOf(column);
  }

  @Override
  public void setDragged(ColumnLine column, boolean dragged) {
    cells.forEach(cell -> cell.setDragged(dragged && column.equals(cell.getItem())));
  }

  /** The lines that are in sight, from above. */
  private Stream<ColumnCell> inSight() {
    return cells.stream()
        .filter(cell -> cell.getItem() != null && cell.isVisible() && cell.getScene() != null)
        .sorted(Comparator.comparingInt(ColumnCell::getIndex));
  }

  @Override
  public int above(double sceneY) {
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

  @Override
  public void scroll(double sceneY) {
    Bounds list = columns.localToScene(columns.getLayoutBounds());
    int first = inSight().findFirst().map(ColumnCell::getIndex).orElse(0);
    if (sceneY < list.getMinY() && first > 0) {
      columns.scrollTo(first - 1);
    } else if (sceneY > list.getMaxY()) {
      columns.scrollTo(first + 1);
    }
  }

  @Override
  public OptionalDouble markAt(int above) {
    return inSight()
        .filter(cell -> cell.getIndex() == above || cell.getIndex() == above - 1)
        .reduce((_, last) -> last)
        .map(cell -> {
          Bounds bounds = columns.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
          return cell.getIndex() == above ? bounds.getMinY() : bounds.getMaxY();
        })
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  @Override
  public void move(ColumnLine column, int to) {
    move.move(column, to);
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
    Node focused = drag.getScene().getFocusOwner();
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
