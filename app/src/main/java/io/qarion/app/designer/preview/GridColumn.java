package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/**
 * One place in the rows of whatever step is shown. It is the same for all steps, with its header
 * and cells; the header is drawn when it comes into sight.
 */
final class GridColumn extends TableColumn<GridRow, GridRow> {

  private static final double CHARACTER = 7.25;
  private static final double NARROW = 112;
  private static final double WIDE = 296;
  private static final double SPACE = 28;
  private static final double TYPE_SPACE = 48;

  private final Supplier<ColumnHeader> maker;
  private Optional<ColumnSample> waiting = Optional.empty();
  private Optional<ColumnHeader> head = Optional.empty();
  private Optional<SortKey> order = Optional.empty();
  private boolean numeric;
  private boolean found;

  /**
   * @param index its place in the rows, from 0
   * @param maker makes the header
   */
  GridColumn(int index, PreviewModel model, Messages messages, Supplier<ColumnHeader> maker) {
    this.maker = maker;
    setId("column-" + index);
    setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    setCellFactory(_ -> new ValueCell(model, index, this, messages));
  }

  /** Stands for a column of another step. */
  void become(ColumnSample sample) {
    Column column = sample.column();
    setText(column.name());
    double title =
        (column.name().length() + column.type().text().length()) * CHARACTER + TYPE_SPACE;
    double width = Math.clamp(Math.max(title, sample.longest() * CHARACTER + SPACE), NARROW, WIDE);
    // Whole pixels, so that many columns are as wide as a gap for all of them.
    widen(Math.ceil(width));
    setVisible(true);
    order = Optional.empty();
    found = false;
    show(sample);
  }

  /** A width that a user has given yields to a preferred one only if that is new. */
  private void widen(double width) {
    setPrefWidth(getPrefWidth() == width && getWidth() != width ? Math.nextUp(width) : width);
  }

  /** Shows what other rows tell of the same column. */
  void show(ColumnSample sample) {
    numeric = sample.column().type().isNumeric();
    waiting = Optional.of(sample);
  }

  /** Draws the header as it is to be. */
  void see() {
    waiting.ifPresent(sample -> {
      ColumnHeader drawn = head.orElseGet(this::newHead);
      head = Optional.of(drawn);
      drawn.show(sample);
      drawn.order(order);
      drawn.found(found);
      waiting = Optional.empty();
    });
  }

  private ColumnHeader newHead() {
    ColumnHeader made = maker.get();
    made.prefWidthProperty().bind(widthProperty().subtract(1));
    made.maxWidthProperty().bind(widthProperty().subtract(1));
    setGraphic(made);
    return made;
  }

  boolean isNumeric() {
    return numeric;
  }

  void order(Optional<SortKey> key) {
    order = key;
    head.ifPresent(drawn -> drawn.order(key));
  }

  void found(boolean is) {
    found = is;
    head.ifPresent(drawn -> drawn.found(is));
  }
}
