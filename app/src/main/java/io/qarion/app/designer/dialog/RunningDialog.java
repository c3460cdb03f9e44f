package io.qarion.app.designer.dialog;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Theme;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks in a dialog of its own. */
public final class RunningDialog implements RunningQuestion {

  private final Window owner;
  private final Theme theme;
  private final Messages messages;

  public RunningDialog(Window owner, Theme theme, Messages messages) {
    this.owner = owner;
    this.theme = theme;
    this.messages = messages;
  }

  @Override
  public boolean mayStop(List<String> flows) {
    var stop = new ButtonType(messages.get("running.stop"), ButtonData.YES);
    var stay = new ButtonType(messages.get("running.stay"), ButtonData.CANCEL_CLOSE);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            messages.get("running.text", String.join(", ", flows)),
            stop,
            stay);
    alert.initOwner(owner);
    alert.setHeaderText(messages.get("running.title"));
    theme.dress(alert.getDialogPane().getScene());
    return alert.showAndWait().orElse(stay) == stop;
  }
}
