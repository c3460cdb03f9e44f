package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of a group behind its cards, with its name in a strip above them. */
final class GroupFrame extends VBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Label name = new Label();
  private final Label count = new Label();
  private final Messages messages;
  private CanvasGroup shown;

  GroupFrame(CanvasGroup group, Messages messages) {
    this.messages = messages;
    this.shown = group;
    setId("group-" + group.id());
    getStyleClass().add("group-frame");
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    name.getStyleClass().add("group-name");
    count.getStyleClass().add("group-count");
    var title = new HBox(new FontIcon("fth-chevron-down"), name, count);
    title.getStyleClass().add("group-title");
    title.setMinHeight(CanvasGroup.TITLE);
    title.setMaxHeight(CanvasGroup.TITLE);
    getChildren().add(title);
    write();
  }

  CanvasGroup group() {
    return shown;
  }

  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void show(CanvasGroup group) {
    if (!group.equals(shown)) {
      shown = group;
      write();
    }
  }

  private void write() {
    name.setText(shown.name());
    count.setText(messages.get("group.steps", shown.steps().size()));
    setAccessibleText(messages.get("group.says", shown.name(), shown.steps().size()));
    Bounds frame = shown.frame();
    relocate(frame.getMinX(), frame.getMinY());
    setMinSize(frame.getWidth(), frame.getHeight());
    setPrefSize(frame.getWidth(), frame.getHeight());
    setMaxSize(frame.getWidth(), frame.getHeight());
  }
}
