package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Expressions and statements show what comes of them while they are typed. */
@ExtendWith(ApplicationExtension.class)
class FormulaTest {

  private static final int TRIED = 50;
  private static final String DERIVE = "enlarge-tasks-3-rules-0-columns-amount";
  private static final String FILTER = "enlarge-tasks-3-rules-1-condition";
  private static final String SQL = "enlarge-tasks-6-config-sql";

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
  void theValuesOfAnExpressionAreSeenBeforeItIsApplied(FxRobot robot) throws Exception {
    open(robot, "payments", DERIVE);
    String before = window.flow().document().text();
    awaitFirst("10.00");

    type(robot, "round(amount / 3.0, ");
    window.awaitThat(() -> text("formula-signature").startsWith("round("));
    window.awaitThat(() -> !text("formula-problems").isEmpty());
    type(robot, "round(amount / 3.0, 1)");
    awaitFirst("333.3");
    window.awaitThat(() -> text("formula-problems").isEmpty());
    window.picture("formula");
    assertThat(window.flow().document().text()).isEqualTo(before);

    type(robot, "amnt * 2");
    window.awaitThat(() -> text("formula-problems").contains("There is no column amnt."));
    assertThat(area().getStyleOfChar(1)).contains("code-mistake");
    window.picture("formula-mistake");

    type(robot, "amount * 2");
    awaitFirst("2000");
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    window.awaitThat(() -> !window.find("formula").isVisible());
    assertThat(window.flow().document().text())
        .isEqualTo(before.replace("divide(amount, 100, 2)", "amount * 2"));
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void aConditionShowsOfEachRowWhetherItHolds(FxRobot robot) throws Exception {
    open(robot, "payments", FILTER);
    awaitFirst("true");

    type(robot, "payment_method = 'coupon'");
    awaitFirst("false");
    robot.type(KeyCode.ESCAPE);

    window.awaitThat(() -> !window.find("formula").isVisible());
    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void aStatementShowsItsRowsAndKnowsItsColumns(FxRobot robot) throws Exception {
    open(robot, "customers", SQL);
    window.awaitThat(() -> rows().getItems().size() == TRIED);
    window.picture("formula-sql");

    robot.interact(() -> area().replaceText("SELECT o. FROM {{ orders }} AS o"));
    robot.interact(() -> {
      area().moveTo("SELECT o.".length());
      area().requestFocus();
    });
    robot.write("cus");
    window.awaitThat(() -> robot.lookup(".proposals").tryQuery().isPresent());
    window.pictureWithPopups("formula-proposals");
    robot.type(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("SELECT o.customer_id FROM {{ orders }} AS o");
    window.awaitThat(() ->
        rows().getColumns().size() == 1
            && rows().getColumns().getFirst().getText().equals("customer_id (integer)"));

    robot.interact(() -> area().replaceText("SELEC o FROM {{ orders }} AS o"));
    window.awaitThat(() -> !text("formula-problems").isEmpty());
  }

  private void open(FxRobot robot, String step, String button) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select(step);
    window.awaitThat(() -> window.scene().lookup("#" + button) != null);
    robot.interact(() -> ((ButtonBase) window.find(button)).fire());
    window.awaitThat(() -> window.find("formula").isVisible());
  }

  private void type(FxRobot robot, String text) {
    robot.interact(() -> area().replaceText(text));
  }

  private CodeArea area() {
    return (CodeArea) window.find("formula-text");
  }

  private TableView<?> rows() {
    return (TableView<?>) window.find("formula-rows");
  }

  private String text(String label) {
    return ((Label) window.find(label)).getText();
  }

  /** What the text makes stands first. */
  private void awaitFirst(String value) throws TimeoutException {
    window.awaitThat(() ->
        !rows().getItems().isEmpty()
            && List.of(value).equals(List.of(rows().getColumns().getFirst().getCellData(0))));
  }
}
