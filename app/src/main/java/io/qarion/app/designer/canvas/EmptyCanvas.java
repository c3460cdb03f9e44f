package io.qarion.app.designer.canvas;

import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says how a flow without steps begins, and offers the first one. */
final class EmptyCanvas extends VBox {

  private final Button add;
  private final Button file;

  EmptyCanvas(Messages messages) {
    setId("empty-canvas");
    getStyleClass().add("empty-canvas");
    setPickOnBounds(false);
    add = new Button(messages.get("canvas.empty.add"), new FontIcon("fth-plus"));
    add.setId("empty-add");
    file = new Button(messages.get("canvas.empty.file"), new FontIcon("fth-file-plus"));
    file.setId("empty-file");
    file.getStyleClass().add("accent");
    var buttons = new HBox(file, add);
    buttons.getStyleClass().add("buttons");
    getChildren()
        .addAll(
            new EmptyState(messages.get("canvas.empty.title"), messages.get("canvas.empty.text")),
            buttons);
  }

  /** What the two buttons do. */
  void on(Runnable addStep, Runnable addFile) {
    add.setOnAction(_ -> addStep.run());
    file.setOnAction(_ -> addFile.run());
  }
}
