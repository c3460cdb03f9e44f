package io.qarion.app.designer.action;

import io.qarion.app.designer.i18n.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a user can do; menus, toolbar, shortcuts and the palette are drawn from these.
 *
 * @param id such as {@code run.start}; also the key of its text
 * @param title as shown
 * @param icon code of an icon; empty for none
 * @param enabled whether it can be done now
 */
public record Action(
    String id,
    String title,
    String icon,
    Optional<KeyCombination> shortcut,
    ObservableValue<Boolean> enabled,
    Runnable handler) {

  /**
   * One whose title stands in the texts under its id.
   *
   * @param keys as JavaFX writes them; empty for none
   */
  public static Action of(
      Messages messages,
      String id,
      String icon,
      String keys,
      ObservableValue<Boolean> enabled,
      Runnable handler) {
    return new Action(
        id,
        messages.get("action." + id),
        icon,
        Optional.of(keys).filter(text -> !text.isEmpty()).map(KeyCombination::valueOf),
        enabled,
        handler);
  }

  /** Whether it can be done now. */
  public boolean isEnabled() {
    return enabled.getValue();
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (isEnabled()) {
      handler.run();
    }
  }

  /** The title with the shortcut, for tooltips. */
  public String hint() {
    return shortcut.map(keys -> title + " (" + keys.getDisplayText() + ")").orElse(title);
  }
}
