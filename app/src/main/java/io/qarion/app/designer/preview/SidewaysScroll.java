package io.qarion.app.designer.preview;

import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;

/** Where in its width a table is looked at; tells when that changes. */
final class SidewaysScroll {

  private final TableView<?> table;
  private final DoubleProperty left = new SimpleDoubleProperty();
  private final DoubleConsumer changed;
  private boolean told;

  /**
   * @param changed gets where what is in sight begins; called after the table is laid out
   */
  SidewaysScroll(TableView<?> table, DoubleConsumer changed) {
    this.table = table;
    this.changed = changed;
    left.subscribe((_, _) -> tell());
    table.widthProperty().subscribe((_, _) -> tell());
    table.skinProperty().subscribe(_ -> follow());
  }

  double left() {
    return left.get();
  }

  private void follow() {
    table.lookupAll(".scroll-bar").stream()
        .filter(ScrollBar.class::isInstance)
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .forEach(bar -> left.bind(bar.valueProperty()));
  }

  /** Once for all that changes together. */
  void tell() {
    if (!told) {
      told = true;
      Platform.runLater(() -> {
        told = false;
        changed.accept(left.get());
      });
    }
  }
}
