package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Edits of a dataset's file can be undone after its editor, and the project, were closed. */
@ExtendWith(ApplicationExtension.class)
class DatasetUndoTest {

  private static final String OLD = "Orders as delivered";

  @TempDir private Path folder;
  private Window window;
  private Path project;
  private Path file;
  private String before;

  @Start
  void start(Stage stage) throws Exception {
    project = Window.example("jaffle-shop", folder);
    file = project.resolve("datasets/raw_orders.toml");
    before = Files.readString(file);
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatWasSavedIsUndoneAfterARestart(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);
    assertThat(editing.button("dataset-undo").isDisabled()).isTrue();
    assertThat(editing.button("dataset-redo").isDisabled()).isTrue();
    editing.typed("dataset-about", "All orders");
    editing.save();
    reopen();

    editing.open("raw_orders");
    assertThat(about()).isEqualTo("All orders");
    assertThat(editing.button("dataset-undo").getAccessibleText())
        .isEqualTo("Undo: Describe the dataset");
    editing.press("dataset-undo");
    assertThat(about()).isEqualTo(OLD);
    editing.save();
    assertThat(file).content().isEqualTo(before);
  }

  @Test
  void whatWasGivenUpIsBroughtBackByUndo(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);
    editing.typed("dataset-about", "All orders");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(window.find("dataset").isVisible()).isFalse();

    editing.open("raw_orders");
    assertThat(about()).isEqualTo(OLD);
    assertThat(editing.button("dataset-save").isDisabled()).isTrue();
    assertThat(editing.button("dataset-undo").getAccessibleText())
        .isEqualTo("Undo: Discard what was not saved");
    editing.press("dataset-undo");
    assertThat(about()).isEqualTo("All orders");
    assertThat(editing.button("dataset-save").isDisabled()).isFalse();
    assertThat(file).content().isEqualTo(before);
  }

  @Test
  void whatWasNotSavedWhenTheProjectWasLeftIsThereAgain(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);
    editing.typed("dataset-about", "All orders");
    reopen();

    editing.open("raw_orders");
    assertThat(about()).isEqualTo("All orders");
    assertThat(((Label) window.find("dataset-file")).getText())
        .isEqualTo("datasets/raw_orders.toml · not saved");
    window.picture("dataset-restored");
    assertThat(editing.button("dataset-save").isDisabled()).isFalse();
    assertThat(file).content().isEqualTo(before);
    editing.press("dataset-undo");
    assertThat(about()).isEqualTo(OLD);
  }

  @Test
  void aChangeFromOutsideIsTakenAsAnEditAndOwnTextIsNotLost(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);
    editing.typed("dataset-about", "All orders");
    Files.writeString(file, before.replace(OLD, "Theirs"));
    editing.press("dataset-save");
    window.awaitThat(() ->
        window.context().session().failure().get().toString().contains("was changed outside"));

    editing.open("raw_orders");
    assertThat(about()).isEqualTo("Theirs");
    editing.press("dataset-undo");
    assertThat(about()).isEqualTo("All orders");
    editing.save();
    assertThat(file).content().isEqualTo(before.replace(OLD, "All orders"));
  }

  @Test
  void aFlowOfTheSameNameHasEditsOfItsOwn(FxRobot robot) throws Exception {
    Path flow = project.resolve("flows/raw_orders.toml");
    Files.writeString(
        flow,
        Files.readString(project.resolve("flows/shop.toml")).replace("\"shop\"", "\"raw_orders\""));
    DatasetEditing editing = open(robot);
    editing.typed("dataset-about", "All orders");
    reopen();

    assertThat(window.context().session().flows()).noneMatch(each -> each.dirty().get());
    editing.open("raw_orders");
    assertThat(about()).isEqualTo("All orders");
  }

  private DatasetEditing open(FxRobot robot) throws TimeoutException {
    window.open(project);
    var editing = new DatasetEditing(window, robot);
    editing.open("raw_orders");
    return editing;
  }

  /** As it would be after a restart: nothing of the open project is left. */
  private void reopen() throws TimeoutException {
    window.act("file.close-project");
    window.awaitThat(() -> window.context().session().project().get().isEmpty());
    window.open(project);
  }

  private String about() {
    return ((TextField) window.find("dataset-about")).getText();
  }
}
