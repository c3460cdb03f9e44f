package io.qarion.app.designer.preview;

import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.TextField;

/** A line of a menu that asks for a text. */
final class AskItem extends Menu {

  private final TextField field = new TextField();

  /**
   * @param prompt what stands in the empty field
   * @param taken gets the text; it is not asked for again
   */
  AskItem(String id, String title, String prompt, Consumer<String> taken, Runnable close) {
    super(title);
    setId(id);
    field.setId(id + "-text");
    field.setPromptText(prompt);
    field.setAccessibleText(title);
    field.setOnAction(_ -> {
      close.run();
      taken.accept(field.getText());
    });
    var line = new CustomMenuItem(field, false);
    getItems().add(line);
    setOnShown(_ -> {
      field.requestFocus();
      field.selectAll();
    });
  }

  /** What stands in the field when it is opened. */
  void proposes(String text) {
    field.setText(text);
  }
}
