package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.ColumnSample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePositionBase;
import javafx.scene.control.TableView;

/**
 * The columns of the grid, used again from step to step. A table makes a header, and a cell in each
 * row, of every column it has, seen or not, and gives all of them styles; so it has only those in
 * or near sight, and gaps as wide as the others.
 */
final class GridColumns {

  /** What is so near to sight comes into the table with what is in sight. */
  private static final double NEAR = 320;

  /** No gap may come nearer to what is in sight. */
  private static final double LEAST = 80;

  private final TableView<GridRow> grid;
  private final TableColumn<GridRow, ?> number;
  private final IntFunction<GridColumn> maker;
  private final List<GridColumn> made = new ArrayList<>();
  private List<GridColumn> order = List.of();
  private boolean placing;

  /**
   * @param number the column that stands before all
   * @param maker makes the column of a place, from 0
   */
  GridColumns(
      TableView<GridRow> grid, TableColumn<GridRow, ?> number, IntFunction<GridColumn> maker) {
    this.grid = grid;
    this.number = number;
    this.maker = maker;
    grid.getColumns().addListener((ListChangeListener<TableColumn<GridRow, ?>>) _ -> moved());
  }

  /** All columns of the step, in their order, whether they are in the table or not. */
  List<GridColumn> all() {
    return order;
  }

  Optional<GridColumn> find(String name) {
    return order.stream().filter(column -> column.getText().equals(name)).findFirst();
  }

  /** The names of those that are not hidden, in their order. */
  List<String> visibleNames() {
    return order.stream().filter(TableColumn::isVisible).map(TableColumn::getText).toList();
  }

  /** Those that a column of the table stands for. */
  static Stream<GridColumn> behind(TableColumn<?, ?> column) {
    return switch (column) {
      case GridColumn one -> Stream.of(one);
      case GapColumn gap -> gap.columns().stream();
      default -> Stream.empty();
    };
  }

  /**
   * Shows the columns of another step.
   *
   * @param left where what is in sight begins
   */
  void become(List<ColumnSample> samples, double left) {
    while (made.size() < samples.size()) {
      made.add(maker.apply(made.size()));
    }
    order = List.copyOf(made.subList(0, samples.size()));
    for (int i = 0; i < samples.size(); i++) {
      order.get(i).become(samples.get(i));
    }
    double width = order.stream().mapToDouble(TableColumn::getWidth).sum() + number.getWidth();
    place(Math.clamp(left, 0, Math.max(0, width - grid.getWidth())));
  }

  /** Shows what other rows tell of the same columns. */
  void show(List<ColumnSample> samples) {
    samples.forEach(
        sample -> find(sample.column().name()).ifPresent(column -> column.show(sample)));
    drawHeaders();
  }

  /**
   * Sees to it that there are columns, and no gap, in sight.
   *
   * @param left where what is in sight begins
   */
  void see(double left) {
    double x = 0;
    for (TableColumn<GridRow, ?> column : grid.getVisibleLeafColumns()) {
      double end = x + column.getWidth();
      if (column instanceof GapColumn gap && (isWithin(LEAST, left, x, end) || !gap.fits())) {
        place(left);
        return;
      }
      x = end;
    }
    drawHeaders();
  }

  /** Brings a column into sight. */
  void scrollTo(GridColumn column) {
    double x = number.getWidth();
    for (GridColumn before : order.subList(0, order.indexOf(column))) {
      x += width(before);
    }
    place(x - grid.getWidth() / 2);
    grid.scrollToColumn(column);
  }

  /** Gives the table the columns near to sight; what is sorted or selected stays in it. */
  private void place(double left) {
    Set<TableColumn<?, ?>> held = new HashSet<>(grid.getSortOrder());
    for (TablePositionBase<?> cell : grid.getSelectionModel().getSelectedCells()) {
      held.add((TableColumn<?, ?>) cell.getTableColumn());
    }
    var columns = new ArrayList<TableColumn<GridRow, ?>>(List.of(number));
    var gap = new ArrayList<GridColumn>();
    double x = number.getWidth();
    for (GridColumn column : order) {
      double end = x + width(column);
      if (isWithin(NEAR, left, x, end) || held.contains(column)) {
        close(gap, columns);
        columns.add(column);
      } else {
        gap.add(column);
      }
      x = end;
    }
    close(gap, columns);
    if (!columns.equals(grid.getColumns())) {
      placing = true;
      grid.getColumns().setAll(columns);
      placing = false;
    }
    drawHeaders();
  }

  private static void close(List<GridColumn> gap, List<TableColumn<GridRow, ?>> columns) {
    if (!gap.isEmpty()) {
      columns.add(new GapColumn(gap));
      gap.clear();
    }
  }

  private boolean isWithin(double more, double left, double start, double end) {
    return end > left - more && start < left + grid.getWidth() + more;
  }

  private void drawHeaders() {
    for (TableColumn<GridRow, ?> column : grid.getColumns()) {
      if (column instanceof GridColumn shown) {
        shown.see();
      }
    }
  }

  /** The user has put a column to another place. */
  private void moved() {
    if (!placing) {
      order = grid.getColumns().stream().flatMap(GridColumns::behind).toList();
    }
  }

  private static double width(GridColumn column) {
    return column.isVisible() ? column.getWidth() : 0;
  }
}
