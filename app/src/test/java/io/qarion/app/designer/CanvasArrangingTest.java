package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
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

/** Cards are put in line and laid out, and stay where they were put. */
@ExtendWith(ApplicationExtension.class)
class CanvasArrangingTest {

  private static final List<String> STEPS =
      List.of(
          "load_customers",
          "load_orders",
          "load_payments",
          "payments",
          "order_payments",
          "orders",
          "customers",
          "check_orders",
          "export_customers",
          "export_orders");

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
  void chosenCardsAreAlignedByOneEdit(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();
    choose(robot, "load_customers", "payments", "orders");

    window.act("arrange.left");

    window.awaitThat(() -> place("payments").getX() == place("load_customers").getX());
    assertThat(place("orders").getX()).isEqualTo(place("load_customers").getX());
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Align 3 steps");
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void threeCardsAreDistributedAndTwoCanNotBe(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    choose(robot, "load_customers", "load_payments");
    assertThat(window.context().actions().get("arrange.across").isEnabled()).isFalse();
    assertThat(window.context().actions().get("arrange.top").isEnabled()).isTrue();

    choose(robot, "load_payments", "order_payments", "orders");
    window.act("arrange.across");

    window.awaitThat(() -> window.flow().commands().undoName().get().equals("Distribute 3 steps"));
    window.awaitThat(() ->
        Math.abs(
                place("orders").getX()
                    + place("load_payments").getX()
                    - 2 * place("order_payments").getX())
            <= 8);
  }

  @Test
  void whatIsSeenStaysWhereSomebodyHasPlacedAStep(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.drag("#node-payments", MouseButton.PRIMARY).dropBy(0, 160);
    window.awaitThat(() -> window.flow().document().text().contains("[designer.nodes.payments]"));
    Map<String, Point2D> before = places();

    robot.clickOn("#node-payments");
    robot.press(KeyCode.TAB).release(KeyCode.TAB);
    window.awaitThat(() -> window.find("quick-add").isVisible());
    robot.write("filt");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    window.awaitThat(() -> window.seek("#node-payments_filter").isPresent());
    assertThat(places()).isEqualTo(before);
    Point2D added = place("payments_filter");
    assertThat(added.getX()).isGreaterThanOrEqualTo(place("payments").getX() + 216);
    assertThat(before.values())
        .noneMatch(at ->
            Math.abs(at.getX() - added.getX()) < 216 && Math.abs(at.getY() - added.getY()) < 80);
    window.picture("free-place");
  }

  @Test
  void arrangingAnewForgetsThePlacesByOneEdit(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String original = window.flow().document().text();
    Map<String, Point2D> before = places();
    robot.drag("#node-payments", MouseButton.PRIMARY).dropBy(0, 160);
    window.awaitThat(() -> window.flow().document().text().contains("[designer.nodes.payments]"));

    window.act("arrange.anew");

    assertThat(window.flow().document().text()).isEqualTo(original);
    window.awaitThat(() -> places().equals(before));
    window.act("edit.undo");
    window.awaitThat(() ->
        place("payments").getY() > before.getOrDefault("payments", Point2D.ZERO).getY() + 100);
  }

  @Test
  void onlyTheChosenAreArrangedWhereTheyAre(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    Map<String, Point2D> before = places();
    choose(robot, "load_payments", "payments", "order_payments");

    window.act("arrange.chosen");

    window.awaitThat(() -> window.flow().commands().undoName().get().equals("Arrange 3 steps"));
    window.awaitThat(() -> place("payments").getY() == place("load_payments").getY());
    assertThat(place("payments").getX()).isEqualTo(place("load_payments").getX() + 216 + 56);
    assertThat(place("orders")).isEqualTo(before.get("orders"));
  }

  @Test
  void withAltArrowsMoveTheChosenCards(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#node-payments");
    Point2D before = place("payments");

    robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);

    window.awaitThat(() -> place("payments").equals(before.add(0, 8)));
    assertThat(window.flow().selection().get()).contains(new TaskId("payments"));
  }

  @Test
  void aCardThatIsMovedComesIntoLineWithOthers(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    Point2D other = place("load_customers");
    Point2D from = window.find("node-load_orders").localToScreen(40, 40);
    Point2D corner = window.find("node-load_customers").localToScreen(43, 40);

    robot.drag(from, MouseButton.PRIMARY).moveTo(corner.getX(), from.getY() + 40);
    window.awaitThat(() -> window.seek(".guide").isPresent());
    window.picture("guides");
    robot.drop();

    window.awaitThat(() -> window.seek(".guide").isEmpty());
    window.awaitThat(() -> place("load_orders").getX() == other.getX());
  }

  private void choose(FxRobot robot, String first, String... more) {
    robot.clickOn("#node-" + first);
    for (String step : more) {
      robot.press(KeyCode.SHIFT).clickOn("#node-" + step).release(KeyCode.SHIFT);
    }
  }

  private Point2D place(String step) {
    return window
        .seek("#node-" + step)
        .map(node -> new Point2D(node.getLayoutX(), node.getLayoutY()))
        .orElse(Point2D.ZERO);
  }

  private Map<String, Point2D> places() {
    Map<String, Point2D> places = new HashMap<>();
    STEPS.forEach(step -> places.put(step, place(step)));
    return places;
  }
}
