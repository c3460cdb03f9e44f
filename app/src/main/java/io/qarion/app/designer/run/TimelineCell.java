package io.qarion.app.designer.run;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows when a step ran within the run, as a bar. */
final class TimelineCell extends TableCell<StepRow, StepRow> {

  private static final double HEIGHT = 8;
  private static final double LEAST = 2;

  private final Supplier<Duration> length;
  private final Region bar = new Region();
  private final Pane line = new Pane(bar);

  TimelineCell(Supplier<Duration> length) {
    this.length = length;
    bar.setManaged(false);
    line.setMinHeight(HEIGHT);
    line.getStyleClass().add("timeline");
  }

  @Override
  protected void updateItem(@Nullable StepRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    bar.getStyleClass().setAll("bar", row.status().name().toLowerCase(Locale.ROOT));
    setGraphic(line);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    StepRow row = getItem();
    if (row == null || isEmpty()) {
      return;
    }
    double whole = Math.max(1, length.get().toMillis());
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    bar.resizeRelocate(
        width * row.start().toMillis() / whole,
        (line.getHeight() - HEIGHT) / 2,
        Math.max(LEAST, width * row.duration().toMillis() / whole),
        HEIGHT);
  }
}
