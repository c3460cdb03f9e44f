package io.qarion.app.designer.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says what a panel is for while there is nothing in it. */
public final class EmptyState extends VBox {

  public EmptyState(String title, String text) {
    getStyleClass().add("empty");
    var head = new Label(title);
    head.getStyleClass().add("title");
    var body = new Label(text);
    body.getStyleClass().add("text");
    body.setWrapText(true);
    getChildren().addAll(head, body);
  }
}
