package io.qarion.app.designer.shell;

import io.qarion.app.designer.i18n.Messages;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Says which program this is, in which version and under which licence. */
final class AboutPane extends StackPane {

  private static final double WIDTH = 400;

  private final Button close = new Button();

  AboutPane(Messages messages) {
    setId("about");
    getStyleClass().add("about");
    setVisible(false);
    var title = new Label(messages.get("application.name"));
    title.getStyleClass().add("headline");
    var version = new Label(messages.get("about.version", version()));
    version.setId("about-version");
    var java = new Label(messages.get("about.java", Runtime.version().toString()));
    java.getStyleClass().add("muted");
    var licence = new Label(messages.get("about.licence"));
    licence.setId("about-licence");
    licence.setWrapText(true);
    licence.getStyleClass().add("muted");
    close.setId("about-close");
    close.setText(messages.get("about.close"));
    close.setOnAction(_ -> close());
    var foot = new HBox(close);
    foot.getStyleClass().add("foot");
    var box = new VBox(title, version, java, licence, foot);
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    getChildren().add(box);
    setOnMouseClicked(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  void open() {
    setVisible(true);
    close.requestFocus();
  }

  private void close() {
    setVisible(false);
  }

  /** Only a packaged program knows its version. */
  private static String version() {
    return Objects.requireNonNullElse(
        AboutPane.class.getPackage().getImplementationVersion(), "dev");
  }
}
