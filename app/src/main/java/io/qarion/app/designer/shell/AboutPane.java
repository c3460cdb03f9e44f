package io.qarion.app.designer.shell;

import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.i18n.Messages;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says which program this is, in which version and under which licence. */
final class AboutPane extends Overlay {

  private static final double WIDTH = 400;

  private final Button close = new Button();

  AboutPane(Messages messages) {
    begin("about", "about");
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
    closeBeside();
  }

  void open() {
    appear();
    close.requestFocus();
  }

  /** Only a packaged program knows its version. */
  private static String version() {
    return Objects.requireNonNullElse(
        AboutPane.class.getPackage().getImplementationVersion(), "dev");
  }
}
