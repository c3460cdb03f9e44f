package io.qarion.app.designer.dialog;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Theme;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks in a dialog of its own. */
public final class UnsavedDialog implements UnsavedQuestion {

  private final Window owner;
  private final Theme theme;
  private final Messages messages;

  public UnsavedDialog(Window owner, Theme theme, Messages messages) {
    this.owner = owner;
    this.theme = theme;
    this.messages = messages;
  }

  @Override
  public Answer ask(List<String> flows) {
    var save = new ButtonType(messages.get("unsaved.save"), ButtonData.YES);
    var discard = new ButtonType(messages.get("unsaved.discard"), ButtonData.NO);
    var stay = new ButtonType(messages.get("unsaved.stay"), ButtonData.CANCEL_CLOSE);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            messages.get("unsaved.text", String.join(", ", flows)),
            save,
            discard,
            stay);
    alert.initOwner(owner);
    alert.setHeaderText(messages.get("unsaved.title"));
    theme.dress(alert.getDialogPane().getScene());
    ButtonType answer = alert.showAndWait().orElse(stay);
    if (answer == save) {
      return Answer.SAVE;
    }
    return answer == discard ? Answer.DISCARD : Answer.STAY;
  }
}
