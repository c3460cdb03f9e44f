package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a pointer and keys do on the canvas; also shows that drags and modifiers work in tests. */
@ExtendWith(ApplicationExtension.class)
class CanvasGesturesTest {

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aDragMovesACardAlongTheGridAndCanBeUndone(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();

    robot.drag("#node-payments", MouseButton.PRIMARY).dropBy(0, 100);

    window.awaitThat(() -> window.flow().document().text().contains("[designer.nodes.payments]"));
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Move payments");
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void shiftAddsToTheSelectionAndAClickOnNothingEmptiesIt(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    robot.clickOn("#node-payments");
    robot.press(KeyCode.SHIFT).clickOn("#node-load_orders").release(KeyCode.SHIFT);
    assertThat(window.scene().getRoot().lookupAll(".node-card:selected")).hasSize(2);

    robot.clickOn(onCanvas(8, 8));
    assertThat(window.flow().selection().get()).isEmpty();
  }

  @Test
  void theWheelWithControlZoomsToThePointer(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    double before = window.find("node-payments").localToScene(0, 0).getX();
    robot.moveTo("#node-payments");

    robot.press(KeyCode.CONTROL).scroll(5, VerticalDirection.UP).release(KeyCode.CONTROL);

    double width = window.find("node-payments").getBoundsInParent().getWidth();
    assertThat(width).isPositive();
    assertThat(window.find("node-payments").localToScene(0, 0).getX()).isNotEqualTo(before);
  }

  @Test
  void arrowsWalkTheGraph(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-load_payments");

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(window.flow().selection().get()).contains(new TaskId("payments"));

    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    assertThat(window.flow().selection().get()).contains(new TaskId("load_payments"));
  }

  @Test
  void aFrameChoosesAllCardsItTouches(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    robot.drag(onCanvas(8, 8), MouseButton.PRIMARY).dropTo(onCanvas(600, 420));

    assertThat(window.scene().getRoot().lookupAll(".node-card:selected")).hasSizeGreaterThan(1);
  }

  @Test
  void theMinimapShowsWhereOneIsAndLeadsElsewhere(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.whole-size");
    window.awaitThat(() -> window.find("minimap").isVisible());
    window.picture("minimap");
    double before = window.find("node-payments").localToScene(0, 0).getX();

    robot.clickOn(window.find("minimap").localToScreen(88, 20));

    double after = window.find("node-payments").localToScene(0, 0).getX();
    assertThat(after).isLessThan(before);
    robot.clickOn("#zoom-fit");
    window.awaitThat(() -> !window.find("minimap").isVisible());
  }

  private Point2D onCanvas(double x, double y) {
    return window.find("canvas").localToScreen(x, y);
  }
}
