package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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

/** Steps are added, wired, renamed and taken out on the canvas. */
@ExtendWith(ApplicationExtension.class)
class CanvasEditingTest {

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
  void tabAndAFewLettersAddAStepAfterTheChosenOne(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-load_payments");

    press(robot, KeyCode.TAB);
    window.awaitThat(() -> window.find("quick-add").isVisible());
    robot.write("filt");
    window.picture("quick-add");
    press(robot, KeyCode.ENTER);

    window.awaitThat(() -> window.scene().lookup("#node-raw_payments_filter") != null);
    assertThat(window.flow().document().text())
        .contains(
            """
            [[tasks]]
            id = "raw_payments_filter"
            type = "transformation"
            source_dataset_id = "raw_payments"
            target_dataset_id = "raw_payments_filter"
            dependencies = ["load_payments"]

            [[tasks.rules]]
            operation = "filter"
            condition = "id is not null"
            """);
    assertThat(window.flow().selection().get()).contains(new TaskId("raw_payments_filter"));
    assertThat(window.flow().problems()).isEmpty();
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Add Filter");
  }

  @Test
  void typingOnTheCanvasBeginsTheSearch(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-orders");

    robot.write("so");

    window.awaitThat(() -> window.find("quick-add").isVisible());
    ListView<?> list = (ListView<?>) window.find("quick-list");
    assertThat(list.getItems().getFirst().toString()).contains("Sort");
    press(robot, KeyCode.ESCAPE);
    assertThat(window.find("quick-add").isVisible()).isFalse();
    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void aWireIsDrawnFromPortToCard(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    Point2D port = port("load_customers");

    robot.drag(port, MouseButton.PRIMARY).moveTo("#node-orders");
    window.picture("connect");
    robot.drop();

    window.awaitThat(() -> window.flow().document().text().contains("\"raw_customers\"]"));
    assertThat(window.flow().document().text())
        .contains("source_dataset_ids = [\"raw_orders\", \"order_payments\", \"raw_customers\"]")
        .contains("dependencies = [\"load_orders\", \"order_payments\", \"load_customers\"]")
        .contains("with = \"raw_customers\"");
    window.act("edit.undo");
    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void aWireThatWouldMakeACircleIsRefusedWithTheReason(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    robot.drag(port("orders"), MouseButton.PRIMARY).moveTo("#node-payments");

    assertThat(window.scene().getRoot().lookupAll(".node-card:refused")).isNotEmpty();
    window.awaitThat(() -> window.scene().lookup(".wire-note").isVisible());
    assertThat(((Label) window.scene().lookup(".wire-note")).getText())
        .contains("circle: payments → order_payments → orders");
    window.picture("connect-refused");
    robot.drop();
    assertThat(window.flow().dirty().get()).isFalse();
    assertThat(window.scene().getRoot().lookupAll(".node-card:refused")).isEmpty();
  }

  @Test
  void aWireThatEndsNowhereAsksWhatComesNext(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    robot.drag(port("payments"), MouseButton.PRIMARY).dropBy(40, 160);
    window.awaitThat(() -> window.find("quick-add").isVisible());
    robot.write("limit");
    press(robot, KeyCode.ENTER);

    window.awaitThat(() -> window.scene().lookup("#node-payments_limit") != null);

    window.awaitThat(() -> window.scene().lookup("#node-payments_limit") != null);
    assertThat(window.flow().document().text()).contains("[designer.nodes.payments_limit]");
  }

  @Test
  void aStepThatGoesIsHealedAndAnEdgeCanGoAlone(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-payments");

    press(robot, KeyCode.DELETE);
    window.awaitThat(() -> window.scene().lookup("#node-payments") == null);
    assertThat(window.flow().document().text())
        .contains("source_dataset_id = \"raw_payments\"\ntarget_dataset_id = \"order_payments\"");

    robot.clickOn(middle("load_payments", "order_payments"));
    window.picture("edge-chosen");
    press(robot, KeyCode.DELETE);
    window.awaitThat(() -> window.scene().lookup("#edge-load_payments-order_payments") == null);
    assertThat(window.flow().commands().undoName().get())
        .isEqualTo("Disconnect load_payments from order_payments");
  }

  @Test
  void copiesAreWiredAsTheOriginalsAndCanBeSwitchedOff(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-payments");

    robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
    window.awaitThat(() -> window.scene().lookup("#node-payments_2") != null);
    assertThat(window.scene().lookup("#edge-load_payments-payments_2")).isNotNull();

    window.act("edit.toggle");
    window.awaitThat(() -> window.find("node-payments_2").getStyleClass().contains("off"));
    assertThat(window.flow().selection().get()).contains(new TaskId("payments_2"));
    window.picture("switched-off");
    window.act("edit.toggle");
    window.awaitThat(() -> !window.find("node-payments_2").getStyleClass().contains("off"));
  }

  @Test
  void anotherNameIsTypedWhereTheStepStands(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-payments");

    press(robot, KeyCode.F2);
    window.awaitThat(() -> window.find("step-name").isVisible());
    robot.write("What was paid");
    window.picture("rename-step");
    press(robot, KeyCode.ENTER);

    window.awaitThat(() -> window.flow().document().text().contains("name = \"What was paid\""));
    assertThat(window.find("canvas").isFocused()).isTrue();
  }

  @Test
  void anEntryOfTheListIsDraggedOntoAnEdge(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.fit");

    robot
        .drag("#step-entry-distinct", MouseButton.PRIMARY)
        .dropTo(middle("payments", "order_payments"));

    window.awaitThat(() -> window.scene().lookup("#node-payments_distinct") != null);
    assertThat(window.flow().document().text())
        .contains("source_dataset_id = \"payments_distinct\"\n")
        .contains("dependencies = [\"payments_distinct\"]");
    assertThat(window.flow().problems()).isEmpty();
  }

  @Test
  void byKeysAStepIsConnectedToAnother(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-load_customers");

    press(robot, KeyCode.C);
    window.awaitThat(() -> window.find("quick-add").isVisible());
    robot.write("check");
    window.picture("connect-by-keys");
    press(robot, KeyCode.ENTER);

    window.awaitThat(
        () -> window.flow().document().text().contains("\"customers\", \"load_customers\"]"));
  }

  @Test
  void stepsOfATypedFlowCanNotBeChangedAndItIsSaid(FxRobot robot) throws Exception {
    window.open(Window.example("orders-change-feed", folder));
    robot.clickOn(".node-card");

    press(robot, KeyCode.DELETE);

    assertThat(window.flow().dirty().get()).isFalse();
    assertThat(Set.copyOf(window.scene().getRoot().lookupAll(".canvas:editable"))).isEmpty();
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
  }

  private Point2D port(String step) {
    return window.find("node-" + step).localToScreen(216, 40);
  }

  private Point2D middle(String from, String to) {
    Point2D start = window.find("node-" + from).localToScreen(216, 40);
    Point2D end = window.find("node-" + to).localToScreen(0, 40);
    return start.midpoint(end);
  }
}
