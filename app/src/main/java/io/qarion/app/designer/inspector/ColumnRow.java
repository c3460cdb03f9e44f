package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line of the list of columns; shows one column after the other as the list is moved. */
final class ColumnRow extends HBox {

  private final Messages messages;
  private final Label sign = new Label();
  private final Label name = new Label();
  private final Label type = new Label();

  ColumnRow(Messages messages) {
    this.messages = messages;
    getStyleClass().add("column-row");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    type.setMinWidth(USE_PREF_SIZE);
    type.getStyleClass().addAll("muted", "mono");
    getChildren().addAll(sign, name, type);
  }

  void show(ColumnChange column) {
    name.setText(column.name());
    type.setText(column.type());
    sign.setText("");
    sign.setTooltip(null);
    sign.getStyleClass().setAll("label", "column-sign");
    if (column.kind() == ColumnChange.Kind.NEW) {
      sign("+", "new-column", messages.get("inspector.new"));
    }
    column
        .before()
        .ifPresent(was -> sign("~", "changed-column", messages.get("inspector.was", was)));
  }

  /** Says of a column that it is new or of another type, not by colour alone. */
  private void sign(String text, String style, String words) {
    sign.setText(text);
    sign.getStyleClass().add(style);
    sign.setTooltip(new Tooltip(words));
  }

  /** How much room the type needs. */
  double typeWidth() {
    return type.prefWidth(-1);
  }

  /** Gives the type as much room as those of other lines have. */
  void typeWidth(double width) {
    type.setPrefWidth(width);
  }
}
