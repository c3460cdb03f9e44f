package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
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

/** Columns of a dataset are put into another order by pointer and by keys, in the real window. */
@ExtendWith(ApplicationExtension.class)
class DatasetOrderTest {

  @TempDir private Path folder;
  private Window window;
  private Path file;
  private String before;

  @Start
  void start(Stage stage) throws Exception {
    window = new Window(stage, folder);
    Path project = Window.example("jaffle-shop", folder);
    file = project.resolve("datasets/raw_orders.toml");
    before =
        Files.readString(file).replace("[columns.status]", "# how far it is\n[columns.status]");
    Files.writeString(file, before);
    folder = project;
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aDragOfTheGripMovesAColumnWithItsComment(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);

    robot.drag(grip(3), MouseButton.PRIMARY).moveTo(grip(0).subtract(0, 12));
    window.awaitThat(() -> window.find("dataset-drop").isVisible());
    window.picture("dataset-drag");
    robot.drop();

    window.awaitThat(() -> names().equals(List.of("status", "id", "user_id", "order_date")));
    assertThat(window.find("dataset-drop").isVisible()).isFalse();
    assertThat(editing.button("dataset-undo").getAccessibleText())
        .isEqualTo("Undo: Move column status");
    editing.save();
    assertThat(file)
        .content()
        .containsSubsequence("# how far it is\n[columns.status]", "[columns.id]", "[columns.user");
  }

  @Test
  void escapeStopsADragAndKeepsTheEditorOpen(FxRobot robot) throws Exception {
    open(robot);

    robot.drag(grip(3), MouseButton.PRIMARY).moveTo(grip(0).subtract(0, 12));
    window.awaitThat(() -> window.find("dataset-drop").isVisible());
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    robot.drop();

    assertThat(names()).containsExactly("id", "user_id", "order_date", "status");
    assertThat(window.find("dataset").isVisible()).isTrue();
  }

  @Test
  void altWithArrowsMovesTheColumnAndTheFocusGoesAlong(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);
    robot.interact(() -> {
      var words = (TextField) window.find("dataset-description-status");
      words.requestFocus();
      words.setText("where it stands");
    });

    robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);

    window.awaitThat(() -> names().equals(List.of("id", "user_id", "status", "order_date")));
    window.awaitThat(() -> focused().equals("dataset-description-status"));
    assertThat(((TextField) window.find("dataset-description-status")).getText())
        .as("what was typed is taken first")
        .isEqualTo("where it stands");
    robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
    robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
    window.awaitThat(() -> names().equals(List.of("id", "user_id", "status", "order_date")));
    robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
    robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
    window.awaitThat(() -> names().equals(List.of("id", "user_id", "order_date", "status")));
    window.picture("dataset-ordered");
    editing.save();
    assertThat(file)
        .content()
        .isEqualTo(before.stripTrailing() + "\ndescription = \"where it stands\"\n");
  }

  private DatasetEditing open(FxRobot robot) throws Exception {
    window.open(folder);
    var editing = new DatasetEditing(window, robot);
    editing.open("raw_orders");
    window.awaitThat(() -> window.seek("#dataset-name-status").isPresent());
    return editing;
  }

  private String focused() {
    return window.onScreen(
        () -> Optional.ofNullable(window.scene().getFocusOwner()).map(Node::getId).orElse(""));
  }

  private Point2D grip(int line) {
    return window.onScreen(() -> {
      List<Node> grips =
          window.find("dataset-columns").lookupAll(".dataset-column .handle").stream()
              .filter(node -> node.localToScene(0, 0).getY() > 0 && node.isVisible())
              .sorted((a, b) ->
                  Double.compare(a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
              .toList();
      return grips.get(line).localToScreen(8, 4);
    });
  }

  private List<String> names() {
    return window.onScreen(() ->
        ((ListView<?>) window.find("dataset-columns"))
            .getItems().stream()
                .map(line -> line.toString().replaceAll(".*?name=([^,]*),.*", "$1"))
                .toList());
  }
}
