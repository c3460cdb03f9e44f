package io.qarion.app.designer.preview;

import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Draws the headers of a grid's columns when they come into sight. */
final class HeadersInSight {

  /** What is so near is drawn, too. */
  private static final double NEAR = 300;

  private final TableView<GridRow> grid;
  private final DoubleProperty scrolled = new SimpleDoubleProperty();
  private boolean asked;

  HeadersInSight(TableView<GridRow> grid) {
    this.grid = grid;
    scrolled.subscribe(_ -> draw());
    grid.widthProperty().subscribe(_ -> drawSoon());
    grid.getVisibleLeafColumns().addListener((ListChangeListener<Object>) _ -> drawSoon());
    grid.skinProperty().subscribe(_ -> follow());
  }

  private void follow() {
    grid.lookupAll(".scroll-bar").stream()
        .filter(ScrollBar.class::isInstance)
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .forEach(bar -> scrolled.bind(bar.valueProperty()));
  }

  /** Once for all that changes together. */
  void drawSoon() {
    if (!asked) {
      asked = true;
      Platform.runLater(() -> {
        asked = false;
        draw();
      });
    }
  }

  /** Draws those that are in sight now. */
  void draw() {
    double left = -scrolled.get();
    for (TableColumn<GridRow, ?> column : grid.getVisibleLeafColumns()) {
      double right = left + column.getWidth();
      if (column instanceof GridColumn seen && right > -NEAR && left < grid.getWidth() + NEAR) {
        seen.see();
      }
      left = right;
    }
  }
}
