package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keys and values are proposed while a flow's text is typed. */
@ExtendWith(ApplicationExtension.class)
class CompletionTest {

  @TempDir private Path folder;
  private Window window;
  private CodeArea area;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder);
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#tab-text");
    area = (CodeArea) window.find("toml-text");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aProposalIsTakenByEnterAndTakenAwayByOneUndo(FxRobot robot) throws Exception {
    String before = window.flow().document().text();
    caretBehind(robot, "file_path = \"out/orders.parquet\"");
    robot.type(KeyCode.ENTER).write("spr");
    awaitShown(true);
    pictures("completion-keys");
    robot.type(KeyCode.ENTER);
    awaitShown(false);

    String typed = before.replace("orders.parquet\"", "orders.parquet\"\nspr");
    assertThat(window.flow().document().text())
        .isEqualTo(typed.replace("\nspr", "\nspreadsheet_safe = "));
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(typed);
    assertThat(area.getText()).isEqualTo(typed);
  }

  @Test
  void anExpressionKnowsTheColumnsOfItsRule(FxRobot robot) throws Exception {
    caretBehind(robot, "columns = { total = \"credit_card + ");
    robot.write("co");
    awaitShown(true);
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    pictures("completion-expression");
    robot.type(KeyCode.UP, KeyCode.UP, KeyCode.TAB);
    assertThat(area.getText()).contains("\"credit_card + couponcoupon + ");
  }

  @Test
  void operationsAreAskedForByKeysAndNothingIsInTheWayOfANewLine(FxRobot robot) throws Exception {
    caretBehind(robot, "condition = \"amount >= :min_amount\"");
    double height = area.getHeight();
    robot.type(KeyCode.ENTER).write("operation =").type(KeyCode.ENTER);
    assertThat(area.getText()).contains(":min_amount\"\noperation =\n");
    window.awaitThat(() -> window.find("toml-mistake").isVisible());
    window.awaitThat(() -> area.getHeight() < height);
    robot.type(KeyCode.LEFT).press(KeyCode.CONTROL, KeyCode.SPACE);
    robot.release(KeyCode.SPACE, KeyCode.CONTROL);
    awaitShown(true);
    pictures("completion-operations");
    robot.type(KeyCode.ESCAPE);
    awaitShown(false);
    assertThat(area.getText()).contains(":min_amount\"\noperation =\n");
  }

  private void pictures(String name) {
    window.act("view.light");
    window.pictureWithPopups(name);
    window.act("view.dark");
    window.pictureWithPopups(name + "-dark");
  }

  private void caretBehind(FxRobot robot, String text) {
    robot.interact(() -> {
      area.requestFocus();
      area.moveTo(area.getText().indexOf(text) + text.length());
      area.requestFollowCaret();
    });
  }

  private void awaitShown(boolean shown) throws TimeoutException {
    window.awaitThat(() ->
        javafx.stage.Window.getWindows().stream()
                .anyMatch(each -> each instanceof PopupWindow popup && popup.isShowing())
            == shown);
  }
}
