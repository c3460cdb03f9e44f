package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.ColumnSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The columns of the grid, used again from step to step. A table takes some milliseconds for each
 * column that is put into it, so those that are out of sight come in frame by frame.
 */
final class GridColumns {

  /** How many columns come in one frame. */
  private static final int PORTION = 8;

  private final TableView<GridRow> grid;
  private final TableColumn<GridRow, ?> number;
  private final IntFunction<GridColumn> maker;
  private final List<GridColumn> made = new ArrayList<>();
  private final Map<String, GridColumn> byName = new LinkedHashMap<>();
  private final AnimationTimer arrival =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          bringMore(PORTION);
        }
      };
  private int arrived;

  /**
   * @param number the column that stands before all
   * @param maker makes the column of a place, from 0
   */
  GridColumns(
      TableView<GridRow> grid, TableColumn<GridRow, ?> number, IntFunction<GridColumn> maker) {
    this.grid = grid;
    this.number = number;
    this.maker = maker;
  }

  /** All columns of the step, whether they have come into the table or not. */
  List<GridColumn> all() {
    return List.copyOf(byName.values());
  }

  Optional<GridColumn> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of those to be seen, in the order they have there. */
  List<String> visibleNames() {
    var names = new ArrayList<String>();
    grid.getVisibleLeafColumns().stream()
        .map(TableColumn::getText)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    all().stream()
        .skip(arrived)
        .filter(TableColumn::isVisible)
        .map(TableColumn::getText)
        .forEach(names::add);
    return names;
  }

  /** Shows the columns of another step: at once those that fit the table, then the others. */
  void become(List<ColumnSample> samples) {
    arrival.stop();
    byName.clear();
    for (int i = 0; i < samples.size(); i++) {
      if (i == made.size()) {
        made.add(maker.apply(i));
      }
      GridColumn column = made.get(i);
      column.become(samples.get(i));
      byName.put(column.getText(), column);
    }
    keep(samples.size());
    bringMore(fitting());
    if (arrived < byName.size()) {
      arrival.start();
    }
  }

  /** Shows what other rows tell of the same columns. */
  void show(List<ColumnSample> samples) {
    samples.forEach(sample -> find(sample.column().name()).ifPresent(column -> column.show(sample)));
  }

  /** Brings all columns that have not come yet. */
  void bringAll() {
    bringMore(byName.size());
  }

  /** Leaves columns in the table where their order is as it was made. */
  private void keep(int most) {
    var inTable = new ArrayList<TableColumn<GridRow, ?>>(List.of(number));
    inTable.addAll(made.subList(0, Math.min(arrived, made.size())));
    boolean ordered = grid.getColumns().equals(inTable);
    arrived = Math.min(arrived, most);
    if (!ordered) {
      inTable.subList(arrived + 1, inTable.size()).clear();
      grid.getColumns().setAll(inTable);
    } else if (grid.getColumns().size() > arrived + 1) {
      grid.getColumns().remove(arrived + 1, grid.getColumns().size());
    }
  }

  private int fitting() {
    double width = 0;
    int count = 0;
    while (count < byName.size() && width < grid.getWidth()) {
      width += made.get(count).getPrefWidth();
      count++;
    }
    return count - arrived;
  }

  private void bringMore(int count) {
    int end = Math.min(byName.size(), arrived + Math.max(0, count));
    if (end > arrived) {
      grid.getColumns().addAll(made.subList(arrived, end));
      arrived = end;
    }
    if (arrived == byName.size()) {
      arrival.stop();
    }
  }
}
