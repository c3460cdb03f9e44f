package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
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

/** Steps are put in from the list, and files from anywhere. */
@ExtendWith(ApplicationExtension.class)
class PaletteTest {

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder.resolve("user"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatIsSearchedForIsAddedAfterTheChosenStepAndRemembered(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select("payments");
    robot.interact(() -> ((TextField) window.find("steps-search")).setText("dist"));
    window.awaitThat(() -> list().getItems().size() == 1);

    robot.clickOn("#steps-search");
    press(robot, KeyCode.ENTER);

    window.awaitThat(() -> chosen("payments_distinct"));
    robot.interact(() -> ((TextField) window.find("steps-search")).clear());
    window.awaitThat(() -> list().getItems().getFirst().toString().contains("Used last"));

    robot.clickOn("#step-entry-distinct");
    press(robot, KeyCode.F);
    window.awaitThat(() -> list().getItems().getFirst().toString().contains("Favourites"));
    window.picture("palette-favourites");
    Path kept = folder.resolve("user/settings/steps.txt");
    window.awaitThat(
        () -> Files.exists(kept) && Files.readString(kept).contains("favourite distinct"));
    assertThat(Files.readString(kept)).contains("recent distinct");
  }

  @Test
  void aDoubleClickAddsAndEnterInTheListToo(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select("payments");
    Node entry = robot.lookup("#step-entry-sample").query();
    robot.doubleClickOn(entry);
    window.awaitThat(() -> chosen("payments_sample"));

    robot.clickOn("#step-entry-limit");
    press(robot, KeyCode.ENTER);
    window.awaitThat(() -> chosen("payments_limit"));
  }

  @Test
  void aFileOfTheProjectIsReadWhereItIsAndAnotherIsCopiedUnderAFreeName() throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path other = elsewhere.resolve("raw_orders.csv");
    Files.writeString(other, "a,b\n1,2\n");
    window.willChooseData(List.of(project.resolve("data/raw_orders.csv"), other));

    window.act("file.add-data");

    window.awaitThat(() -> chosen("load_raw_orders_2"));
    assertThat(project.resolve("data/raw_orders_2.csv")).hasSameBinaryContentAs(other);
    assertThat(window.flow().document().text())
        .contains("source_path = \"data/raw_orders.csv\"\n")
        .contains("source_path = \"data/raw_orders_2.csv\"\n");
  }

  @Test
  void whatIsNoDataFileIsRefusedAndNothingIsCopied() throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    Path picture = Files.writeString(folder.resolve("picture.png"), "none");
    window.willChooseData(List.of(picture));

    window.act("file.add-data");

    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(window.context().session().failure().get().getFirst().message())
        .isEqualTo("'picture.png' is no file with data that can be read.");
    assertThat(project.resolve("data/picture.png")).doesNotExist();
    assertThat(window.flow().dirty().get()).isFalse();
  }

  private boolean chosen(String step) {
    return window.flow().selection().get().filter(new TaskId(step)::equals).isPresent();
  }

  private ListView<?> list() {
    return (ListView<?>) window.find("steps-list");
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
  }
}
