package io.qarion.app.designer.action;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws actions as buttons and listens for their shortcuts. */
public final class ActionButtons {

  private ActionButtons() {}

  /** A button with icon and title. */
  public static Button titled(Action action) {
    var button = iconOnly(action);
    button.setText(action.title());
    return button;
  }

  /** A button with an icon; its title is in the tooltip and for screen readers. */
  public static Button iconOnly(Action action) {
    var button = new Button();
    button.setId(action.id().replace('.', '-'));
    button.setGraphic(new FontIcon(action.icon()));
    button.setTooltip(new Tooltip(action.hint()));
    button.setAccessibleText(action.title());
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(action.enabled().map(enabled -> !enabled));
    button.setFocusTraversable(false);
    return button;
  }

  /** Makes the shortcuts of all actions work in a window. */
  public static void listen(Scene scene, Actions actions) {
    actions
        .all()
        .forEach(action ->
            action.shortcut().ifPresent(keys -> scene.getAccelerators().put(keys, action::run)));
  }
}
