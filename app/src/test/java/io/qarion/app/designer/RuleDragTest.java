package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

/** Visual steps are put into another order by dragging their titles. */
@ExtendWith(ApplicationExtension.class)
class RuleDragTest {

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
  void aTitleIsDraggedToWhereALineShows(FxRobot robot) throws Exception {
    open(robot);
    String before = window.flow().document().text();
    assertThat(titles()).containsExactly("Derive", "Filter");

    robot.drag(title("Filter"), MouseButton.PRIMARY).moveTo(above(title("Derive")));
    window.awaitThat(() -> window.find("rule-drop").isVisible());
    window.picture("rule-drag");
    robot.drop();

    window.awaitThat(() -> titles().equals(List.of("Filter", "Derive")));
    assertThat(window.find("rule-drop").isVisible()).isFalse();
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Move Filter");
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void downwardsItGoesBehindTheStepThatItHasPassed(FxRobot robot) throws Exception {
    open(robot);

    robot.drag(title("Derive"), MouseButton.PRIMARY).dropTo(title("Filter").add(0, 60));

    window.awaitThat(() -> titles().equals(List.of("Filter", "Derive")));
  }

  @Test
  void escapeLeavesAllAsItIs(FxRobot robot) throws Exception {
    open(robot);

    robot.drag(title("Filter"), MouseButton.PRIMARY).moveTo(above(title("Derive")));
    window.awaitThat(() -> window.find("rule-drop").isVisible());
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    robot.drop();

    assertThat(window.find("rule-drop").isVisible()).isFalse();
    assertThat(window.flow().dirty().get()).isFalse();
  }

  private void open(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select("payments");
    window.awaitThat(() -> titles().size() == 2);
    robot.interact(() -> window.scene().getRoot().layout());
  }

  private List<String> titles() {
    return window.onScreen(() -> heads().stream().map(Label::getText).toList());
  }

  private List<Label> heads() {
    return window.find("inspector").lookupAll(".section-head:movable .section-title").stream()
        .map(Label.class::cast)
        .sorted((a, b) -> Double.compare(top(a), top(b)))
        .toList();
  }

  private static double top(Node node) {
    return node.localToScene(0, 0).getY();
  }

  private Point2D title(String text) {
    return window.onScreen(() -> {
      Label label =
          heads().stream().filter(each -> each.getText().equals(text)).findFirst().orElseThrow();
      return label.localToScreen(10, label.getHeight() / 2);
    });
  }

  private static Point2D above(Point2D place) {
    return place.subtract(0, 16);
  }
}
