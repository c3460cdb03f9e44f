package io.qarion.app.designer.preview;

import java.util.List;
import javafx.scene.control.TableColumn;

/** Takes the room of columns that are out of sight, so that the grid is as wide as with them. */
final class GapColumn extends TableColumn<GridRow, GridRow> {

  private final List<GridColumn> columns;

  GapColumn(List<GridColumn> columns) {
    this.columns = List.copyOf(columns);
    double width = width();
    setSortable(false);
    setReorderable(false);
    setResizable(false);
    setMinWidth(width);
    setMaxWidth(width);
    setPrefWidth(width);
    setVisible(width > 0);
  }

  private double width() {
    return columns.stream().filter(TableColumn::isVisible).mapToDouble(TableColumn::getWidth).sum();
  }

  /** Whether it is as wide as what it stands for, of which some may have been shown or hidden. */
  boolean fits() {
    return width() == getWidth();
  }

  /** Those that it stands for. */
  List<GridColumn> columns() {
    return columns;
  }
}
