package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.data.Conditions;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.ColumnSteps;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with a value of the grid; one menu serves all cells. */
final class CellMenu extends ContextMenu {

  private static final int SHORT = 24;

  private final Messages messages;
  private final MenuItem keep;
  private final MenuItem leave;
  private String column = "";
  private Optional<Object> value = Optional.empty();

  /**
   * @param copy copies what is selected
   */
  CellMenu(GridSteps steps, Runnable copy, Messages messages) {
    this.messages = messages;
    keep = item("keep", () -> steps.add(ColumnSteps.filter(equal())));
    leave = item("leave", () -> steps.add(ColumnSteps.filter(different())));
    var copying = item("copy", copy);
    copying.setText(messages.get("grid.cell.copy"));
    getItems().addAll(keep, leave, copying);
  }

  /**
   * The value whose menu is opened.
   *
   * @param newValue empty for NULL
   */
  void of(String newColumn, Optional<Object> newValue) {
    column = newColumn;
    value = newValue;
    String shown = newValue.map(CellText::plain).orElse("NULL");
    String words = shown.length() > SHORT ? shown.substring(0, SHORT) + "…" : shown;
    keep.setText(messages.get("grid.cell.keep", column, words));
    leave.setText(messages.get("grid.cell.leave", column, words));
  }

  private String equal() {
    return value
        .map(known -> Conditions.isEqual(column, known))
        .orElseGet(() -> Conditions.isNull(column));
  }

  /** Rows without a value are different too. */
  private String different() {
    return value
        .map(known -> Conditions.isDifferent(column, known))
        .orElseGet(() -> Conditions.isNotNull(column));
  }

  private static MenuItem item(String id, Runnable action) {
    var item = new MenuItem();
    item.setId("grid-cell-" + id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
