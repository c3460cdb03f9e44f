package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** The SQL of what is chosen. */
final class StatementPart extends VBox {

  private static final int LINES = 14;

  private final TextArea area = new TextArea();
  private final Label title;

  StatementPart(Messages messages) {
    getStyleClass().add("part");
    area.setId("inspector-sql");
    area.setEditable(false);
    area.setPrefRowCount(LINES);
    area.getStyleClass().add("mono");
    area.setAccessibleText(messages.get("inspector.sql"));
    title = new Label(messages.get("inspector.sql"));
    title.getStyleClass().add("section-title");
  }

  void show(String sql) {
    area.setText(sql);
    if (sql.isEmpty()) {
      getChildren().clear();
    } else if (getChildren().isEmpty()) {
      getChildren().addAll(title, area);
    }
  }
}
