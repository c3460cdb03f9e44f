package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
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

/** Steps come from the rows that are shown, and are looked through one by one. */
@ExtendWith(ApplicationExtension.class)
class DataFirstEditingTest {

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
  void aValueOfTheGridBecomesAFilterAndTheRowsFollow(FxRobot robot) throws Exception {
    open("payments", "113 rows");

    robot.rightClickOn(cell(robot, "credit_card"));
    window.pictureWithPopups("cell-menu");
    robot.clickOn("#grid-cell-keep");

    awaitRows("55 rows");
    assertThat(window.flow().document().text())
        .contains("condition = \"payment_method = 'credit_card'\"");
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Add Filter");
    assertThat(window.scene().lookup("#node-payments_filter")).isNull();
  }

  @Test
  void onALoadedFileTheStepIsANodeOfItsOwn(FxRobot robot) throws Exception {
    open("load_payments", "113 rows");

    robot.rightClickOn(cell(robot, "credit_card"));
    robot.clickOn("#grid-cell-leave");

    window.awaitThat(() -> window.scene().lookup("#node-raw_payments_filter") != null);
    awaitRows("58 rows");
    assertThat(window.flow().document().text())
        .contains("condition = \"payment_method is distinct from 'credit_card'\"");
  }

  @Test
  void aColumnIsRenamedFromItsHeader(FxRobot robot) throws Exception {
    open("payments", "113 rows");

    robot.rightClickOn(header(robot, "amount"));
    robot.clickOn("#grid-step").moveTo("#grid-step-rename").clickOn("#grid-step-rename");
    window.awaitThat(() -> robot.lookup("#grid-step-rename-text").tryQuery().isPresent());
    window.pictureWithPopups("header-menu");
    TextField name = robot.lookup("#grid-step-rename-text").query();
    robot.interact(() -> name.setText("dollars"));
    robot.interact(() -> name.fireEvent(new ActionEvent()));

    window.awaitThat(() -> !robot.lookup(".column-header .label").queryAll().isEmpty());
    assertThat(window.flow().document().text()).contains("columns = { amount = \"dollars\" }");
  }

  @Test
  void whatIsOnlyLookedAtBecomesSteps(FxRobot robot) throws Exception {
    open("payments", "113 rows");
    robot.clickOn("#preview-filter").write("amount > 20").type(KeyCode.ENTER);
    awaitRows("35 rows");
    window.picture("filter-kept");

    robot.clickOn("#preview-keep");

    window.awaitThat(() -> window.flow().document().text().contains("condition = \"amount > 20\""));
    awaitRows("35 rows");
    assertThat(window.find("preview-chips").isVisible()).isFalse();
  }

  @Test
  void theRowsAfterEachVisualStepAreSeen(FxRobot robot) throws Exception {
    open("order_payments", "99 rows");
    window.picture("steps-inside");

    press(robot, "rule-0-look");
    window.awaitThat(() ->
        !((Label) window.find("preview-summary")).getText().isEmpty()
            && header("credit_card")
            && !header("total"));
    press(robot, "rule-2-look");
    window.awaitThat(() -> header("total"));

    press(robot, "rule-2-off");
    window.awaitThat(() -> !header("total"));
    assertThat(window.flow().document().text()).contains("enabled = false");
    window.picture("step-off");
    press(robot, "rule-2-off");
    window.awaitThat(() -> header("total"));

    press(robot, "rule-2-up");
    window.awaitThat(() -> window.flow().commands().undoName().get().equals("Move Derive"));
    window.act("edit.undo");

    press(robot, "rule-1-own");
    window.awaitThat(() -> window.scene().lookup("#node-order_payments_pivot") != null);
    assertThat(window.flow().problems()).isEmpty();
    window.select("order_payments_pivot");
    window.act("edit.merge");
    window.awaitThat(() -> window.scene().lookup("#node-order_payments_pivot") == null);
    assertThat(window.flow().problems()).isEmpty();
  }

  private void open(String step, String rows) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select(step);
    awaitRows(rows);
  }

  private void awaitRows(String start) throws TimeoutException {
    window.awaitThat(() -> ((Label) window.find("preview-summary")).getText().startsWith(start));
  }

  private void press(FxRobot robot, String button) {
    robot.interact(() -> ((ButtonBase) window.find(button)).fire());
  }

  private boolean header(String column) {
    return window.scene().getRoot().lookupAll(".column-header .label").stream()
        .anyMatch(label -> ((Label) label).getText().equals(column));
  }

  private Node header(FxRobot robot, String column) throws TimeoutException {
    return drawn(
        robot,
        ".column-header .label",
        label -> label instanceof Label text && column.equals(text.getText()));
  }

  private Node cell(FxRobot robot, String text) throws TimeoutException {
    return drawn(
        robot,
        ".value-cell",
        cell -> cell instanceof TableCell<?, ?> one && text.equals(one.getText()));
  }

  /** Rows are drawn after they are counted, and drawn anew while more of them arrive. */
  private Node drawn(FxRobot robot, String kind, Predicate<Node> wanted) throws TimeoutException {
    var found = new AtomicReference<Optional<Node>>(Optional.empty());
    window.awaitThat(() -> {
      found.set(robot.lookup(kind).match(wanted).tryQuery());
      return found.get().isPresent();
    });
    return found.get().orElseThrow();
  }
}
