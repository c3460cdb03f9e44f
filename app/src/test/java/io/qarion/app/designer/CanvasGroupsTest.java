package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.edit.StepGroup;
import io.qarion.core.edit.StepGroups;
import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
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

/** Steps are grouped on the canvas, and the group is moved, named, collapsed and dissolved. */
@ExtendWith(ApplicationExtension.class)
class CanvasGroupsTest {

  private static final TaskId PAYMENTS = new TaskId("payments");
  private static final TaskId ORDER_PAYMENTS = new TaskId("order_payments");

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
  void theChosenStepsBecomeAGroupWithAFrameAndANameByKeys(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();
    robot.clickOn("#node-payments");
    robot.press(KeyCode.SHIFT).clickOn("#node-order_payments").release(KeyCode.SHIFT);

    robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);

    window.awaitThat(() -> window.seek("#group-group").isPresent());
    assertThat(groups())
        .containsExactly(new StepGroup("group", "Group", List.of(PAYMENTS, ORDER_PAYMENTS), false));
    assertThat(window.find("group-group").getAccessibleText()).isEqualTo("Group Group, 2 steps");
    Node frame = window.find("group-group");
    // It is there before it is laid out.
    window.awaitThat(
        () -> frame.getBoundsInParent().contains(window.find("node-payments").getBoundsInParent()));
    assertThat(frame.getBoundsInParent())
        .matches(bounds -> bounds.contains(window.find("node-order_payments").getBoundsInParent()))
        .matches(bounds -> !bounds.intersects(window.find("node-orders").getBoundsInParent()));
    window.awaitThat(() -> window.find("step-name").isVisible());
    window.picture("group");
    assertThat(window.find("step-name").getAccessibleText()).isEqualTo("Name of the group");
    robot.write("What was paid");
    press(robot, KeyCode.ENTER);
    window.awaitThat(() -> groups().getFirst().name().equals("What was paid"));

    window.act("arrange.rename-group");
    window.awaitThat(() -> window.find("step-name").isVisible());
    press(robot, KeyCode.ESCAPE);
    assertThat(groups().getFirst().name()).isEqualTo("What was paid");

    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G)
        .release(KeyCode.G, KeyCode.SHIFT, KeyCode.CONTROL);
    window.awaitThat(() -> window.seek("#group-group").isEmpty());
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void aDragOfTheTitleMovesAllItsCards(FxRobot robot) throws Exception {
    window.open(grouped(""));
    Point2D first = place("node-payments");
    Point2D second = place("node-order_payments");
    Point2D other = place("node-orders");

    robot.drag(title(60), MouseButton.PRIMARY).dropBy(0, 60);

    window.awaitThat(() -> window.flow().commands().undoName().get().equals("Move 2 steps"));
    window.awaitThat(() -> place("node-payments").equals(first.add(0, 104)));
    assertThat(place("node-order_payments")).isEqualTo(second.add(0, 104));
    assertThat(place("node-orders")).isEqualTo(other);
    assertThat(window.onScreen(() -> window.scene().getRoot().lookupAll(".group-frame:selected")))
        .hasSize(1);
  }

  @Test
  void aCollapsedGroupIsOneCardWithWhatMattersOfItsSteps(FxRobot robot) throws Exception {
    window.open(grouped(""));
    window.run();
    Point2D other = place("node-orders");

    robot.clickOn(title(14));

    window.awaitThat(() -> window.seek("#group-card-paid").isPresent());
    assertThat(window.seek("#node-payments")).isEmpty();
    assertThat(window.seek("#node-order_payments")).isEmpty();
    assertThat(window.seek("#edge-load_payments-payments")).isPresent();
    assertThat(window.seek("#edge-payments-orders")).isPresent();
    assertThat(place("node-orders")).isEqualTo(other);
    Node card = window.find("group-card-paid");
    assertThat(card.getStyleClass()).contains("done");
    assertThat(card.getAccessibleText()).contains("What was paid, 2 steps, 99 rows");
    assertThat(((Label) window.seek("#edge-payments-orders .edge-rows").orElseThrow()).getText())
        .isEqualTo("99");
    window.picture("group-collapsed");

    robot.clickOn("#group-card-paid");
    assertThat(window.flow().selection().get()).contains(ORDER_PAYMENTS);
    window.awaitThat(() -> ((Label) window.find("inspector-title")).getText().equals("2 steps"));
    press(robot, KeyCode.ENTER);
    window.awaitThat(() -> window.seek("#node-payments").isPresent());
    assertThat(groups().getFirst().collapsed()).isFalse();
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Expand What was paid");
  }

  @Test
  void aCollapsedGroupIsMovedRenamedAndDeletedAsOne(FxRobot robot) throws Exception {
    window.open(grouped("collapsed = true\n"));
    Point2D before = place("group-card-paid");

    robot.drag("#group-card-paid", MouseButton.PRIMARY).dropBy(0, 72);
    window.awaitThat(() -> window.flow().document().text().contains("[designer.nodes.payments]"));
    window.awaitThat(() -> place("group-card-paid").getY() > before.getY() + 100);
    assertThat(place("group-card-paid").getX()).isEqualTo(before.getX());
    assertThat(window.flow().document().text()).contains("[designer.nodes.order_payments]");

    press(robot, KeyCode.F2);
    window.awaitThat(() -> window.find("step-name").isVisible());
    robot.write("Paid");
    press(robot, KeyCode.ENTER);
    window.awaitThat(() -> groups().getFirst().name().equals("Paid"));

    press(robot, KeyCode.DELETE);
    window.awaitThat(() -> window.seek("#group-card-paid").isEmpty());
    assertThat(window.flow().document().text()).doesNotContain("designer");
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Delete 2 steps");
  }

  @Test
  void noEdgeIsDrawnToACollapsedGroupAndItIsSaid(FxRobot robot) throws Exception {
    window.open(grouped("collapsed = true\n"));
    Point2D port = window.find("node-load_orders").localToScreen(216, 40);

    robot.drag(port, MouseButton.PRIMARY).moveTo("#group-card-paid");
    window.awaitThat(() -> window.seek(".wire-note").orElseThrow().isVisible());
    assertThat(((Label) window.seek(".wire-note").orElseThrow()).getText())
        .contains("Expand the group");
    robot.drop();

    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void aMistakeInsideIsSeenOnTheCardOfTheGroup(FxRobot robot) throws Exception {
    window.open(grouped("collapsed = true\n"));

    robot.interact(() ->
        window
            .flow()
            .type(
                "Type",
                window.flow().document().text().replace("divide(amount,", "divide(no_such,")));

    window.awaitThat(() -> window.find("group-card-paid").getStyleClass().contains("mistaken"));
    window.select("order_payments");
    window.awaitThat(() -> window.scene().getRoot().lookupAll(".group-card:selected").size() == 1);
  }

  @Test
  void aGroupIsInPicturesAndCanBeFound(FxRobot robot) throws Exception {
    window.open(grouped(""));
    Path svg = folder.resolve("shop.svg");
    window.willChoose(svg);
    window.act("file.picture-svg");
    window.awaitThat(() -> Files.exists(svg));
    assertThat(Files.readString(svg)).contains("data-group=\"paid\"").contains(">What was paid<");

    window.act("edit.find");
    window.awaitThat(() -> window.find("find").isVisible());
    robot.write("what was");
    window.awaitThat(() ->
        robot.lookup(".find .list-cell").queryAllAs(Node.class).stream()
            .anyMatch(cell ->
                "What was paid, Group in payments, Jaffle shop".equals(cell.getAccessibleText())));
    press(robot, KeyCode.ESCAPE);
  }

  @Test
  void stepsThatATypeMakesCanBeGroupedToo(FxRobot robot) throws Exception {
    window.open(Window.example("orders-change-feed", folder));
    robot.clickOn(".node-card");

    window.act("arrange.group");

    window.awaitThat(() -> window.seek(".group-frame").isPresent());
    assertThat(window.flow().problems()).isEmpty();
    assertThat(Set.copyOf(groups().getFirst().steps())).hasSize(1);
  }

  private Path grouped(String more) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path flow = project.resolve("flows/shop.toml");
    Files.writeString(
        flow,
        Files.readString(flow)
            + """

            [[designer.groups]]
            id = "paid"
            name = "What was paid"
            steps = ["payments", "order_payments"]
            """
            + more);
    return project;
  }

  private List<StepGroup> groups() {
    return StepGroups.read(window.flow().document());
  }

  private Point2D title(double x) {
    return window.find("group-paid").localToScreen(x, 16);
  }

  private Point2D place(String id) {
    Node node = window.find(id);
    return new Point2D(node.getLayoutX(), node.getLayoutY());
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
  }
}
