package io.qarion.app.designer;

import io.qarion.core.problem.DatasetName;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.testfx.api.FxRobot;

/** What tests do in the editor of datasets. */
final class DatasetEditing {

  private final Window window;
  private final FxRobot robot;

  DatasetEditing(Window window, FxRobot robot) {
    this.window = window;
    this.robot = robot;
  }

  void open(String dataset) throws TimeoutException {
    robot.interact(() ->
        window.context().session().asked().dataset().set(Optional.of(new DatasetName(dataset))));
    window.awaitThat(() -> window.find("dataset").isVisible());
    window.awaitThat(() -> window.seek("#dataset-columns .dataset-column .text-field").isPresent());
  }

  void typed(String id, String text) {
    robot.interact(() -> {
      var field = (TextField) window.find(id);
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(new ActionEvent());
    });
  }

  void press(String id) {
    robot.interact(() -> button(id).fire());
  }

  ButtonBase button(String id) {
    return (ButtonBase) window.find(id);
  }

  /** Writes the file, and waits until it is written. */
  void save() throws TimeoutException {
    robot.interact(() -> {
      window.context().session().newsSeen();
      button("dataset-save").fire();
    });
    window.awaitThat(() -> window.context().session().news().get().isPresent());
  }
}
