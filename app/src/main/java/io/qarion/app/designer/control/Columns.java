package io.qarion.app.designer.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/** Columns of tables that only show text. */
public final class Columns {

  private Columns() {}

  public static <T> TableColumn<T, String> text(
      String title, double width, Function<T, String> value) {
    var column = new TableColumn<T, String>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  /** A column whose text stands at the right, as numbers do. */
  public static <T> TableColumn<T, String> number(
      String title, double width, Function<T, String> value) {
    TableColumn<T, String> column = text(title, width, value);
    column.getStyleClass().add("number-column");
    return column;
  }
}
