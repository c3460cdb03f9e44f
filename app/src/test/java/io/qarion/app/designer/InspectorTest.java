package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Forms of visual steps, with what their plug-ins and rules declare. */
@ExtendWith(ApplicationExtension.class)
class InspectorTest {

  private static final String CHECKS = "field-tasks-7-config-checks";
  private static final String DERIVED = "field-tasks-3-rules-0-columns-";

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

  private Path openShop() throws IOException, TimeoutException {
    Path project = Window.example("jaffle-shop", folder.resolve("shop"));
    window.trust(project);
    window.open(project);
    window.select("payments");
    window.awaitThat(() -> window.scene().lookup("#" + DERIVED + "amount") != null);
    return project.resolve("flows/shop.toml");
  }

  @Test
  void aColumnIsAddedComputedAndMendedWhereItsMistakeIsSaid(FxRobot robot) throws Exception {
    Path file = openShop();
    type(robot, "field-tasks-3-rules-0-columns-new", "share");
    window.awaitThat(() -> window.scene().lookup("#" + DERIVED + "share") != null);

    type(robot, DERIVED + "share", "amuont / 2");
    window.awaitThat(() -> problemOf(DERIVED + "share").contains("There is no column amuont"));
    assertThat(problemOf(DERIVED + "share")).contains("amount");
    assertThat(window.find("node-payments").getStyleClass()).contains("mistaken");
    assertThat(window.scene().getRoot().lookupAll(".tab-label"))
        .extracting(tab -> ((Label) tab).getText())
        .contains("Problems (1)");
    window.picture("inspector-mistake");

    type(robot, DERIVED + "share", "divide(id, 2, 2)");
    window.awaitThat(() -> problemOf(DERIVED + "share").isEmpty());
    assertThat(window.find("node-payments").getStyleClass()).doesNotContain("mistaken");
    robot.interact(() -> ((ScrollPane) window.find("inspector")).setVvalue(1));
    window.awaitThat(() -> labels().contains("share"));
    window.picture("inspector");
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(Files.readAllLines(file))
        .contains(
            "columns = { amount = \"divide(amount, 100, 2)\", share = \"divide(id, 2, 2)\" }");
  }

  @Test
  void columnsAndFunctionsAreProposedWhileAnExpressionIsTyped(FxRobot robot) throws Exception {
    openShop();
    var field = (TextField) window.find("field-tasks-3-rules-1-condition");
    robot.interact(() -> {
      field.requestFocus();
      field.clear();
    });
    robot.write("payment_m");
    window.awaitThat(() -> robot.lookup("#proposals").tryQuery().isPresent());
    window.pictureWithPopups("inspector-proposals");
    robot.push(KeyCode.ENTER);

    window.awaitThat(() -> field.getText().equals("payment_method"));
    assertThat(robot.lookup("#proposals").tryQuery()).isEmpty();
  }

  @Test
  void aStepSaysWhichColumnsItLeavesOut(FxRobot robot) throws Exception {
    openShop();
    window.select("orders");
    window.awaitThat(() -> window.scene().lookup("#inspector-gone") != null);

    assertThat(((Label) window.find("inspector-gone")).getText()).startsWith("Left out: ");
    robot.interact(() -> {});
    window.picture("inspector-join");
  }

  @Test
  void checksAreChangedAddedAndTakenOutInTheirForms(FxRobot robot) throws Exception {
    Path file = openShop();
    List<String> before = Files.readAllLines(file);
    window.select("check_orders");
    window.awaitThat(() -> window.scene().lookup("#" + CHECKS + "-3-config-min") != null);
    window.picture("inspector-checks");

    type(robot, CHECKS + "-3-config-min", "0.01");
    window.awaitThat(() -> window.flow().document().text().contains("config = { min = 0.01 }"));
    robot.interact(() ->
        ((MenuButton) window.find(CHECKS + "-4-check_type-new"))
            .getItems().stream()
                .filter(item -> item.getText().equals("Pattern"))
                .forEach(MenuItem::fire));
    window.awaitThat(() -> window.scene().lookup("#" + CHECKS + "-4-config-regex") != null);
    window.awaitThat(() -> problemOf(CHECKS + "-4-columns").contains("'columns' is missing"));
    type(robot, CHECKS + "-4-columns", "status");
    type(robot, CHECKS + "-4-config-regex", "^[a-z_]+$");
    window.awaitThat(() -> window.flow().problems().isEmpty());
    robot.interact(() -> ((Button) window.find("remove-tasks-7-config-checks-0-")).fire());
    window.awaitThat(() -> !window.flow().document().text().contains("order_id_unique"));
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());

    assertThat(Files.readAllLines(file))
        .contains("check_type = \"pattern\"", "columns = [\"status\"]", "config = { min = 0.01 }")
        .doesNotContain("check_id = \"order_id_unique\"");
    window.act("edit.undo");
    window.act("edit.undo");
    window.act("edit.undo");
    window.act("edit.undo");
    window.act("edit.undo");
    window.awaitThat(() -> window.flow().document().text().lines().toList().equals(before));
  }

  @Test
  void filesAndTheOptionsOfTheirFormatAreOffered(FxRobot robot) throws Exception {
    openShop();
    window.select("load_customers");
    String path = "field-tasks-0-config-source_path";
    window.awaitThat(() -> window.scene().lookup("#" + path) != null);
    var field = (TextField) window.find(path);
    robot.interact(() -> {
      field.requestFocus();
      field.clear();
    });
    robot.write("data/raw_p");
    window.awaitThat(() -> robot.lookup("#proposals").tryQuery().isPresent());
    robot.push(KeyCode.ENTER);
    window.awaitThat(() -> field.getText().equals("data/raw_payments.csv"));

    window.awaitThat(() -> pane("More of how the file is read").isPresent());
    TitledPane options = pane("More of how the file is read").orElseThrow();
    robot.interact(() -> options.setExpanded(true));
    type(robot, "field-tasks-0-config-options-delimiter", ";");
    window.awaitThat(() -> window.flow().document().text().contains("delimiter = \";\""));
    window.picture("inspector-options");
  }

  private Optional<TitledPane> pane(String title) {
    return window.scene().getRoot().lookupAll(".inspector .titled-pane").stream()
        .map(TitledPane.class::cast)
        .filter(pane -> pane.getText().equals(title))
        .findFirst();
  }

  @Test
  void theSameControlsServeStepsOfOneKindAndWhatIsTypedStaysWithItsStep(FxRobot robot)
      throws Exception {
    openShop();
    window.select("load_customers");
    window.awaitThat(() -> window.scene().lookup("#field-tasks-0-name") != null);
    var name = (TextField) window.find("field-tasks-0-name");
    window.select("load_orders");
    window.awaitThat(() -> name.equals(window.scene().lookup("#field-tasks-1-name")));
    assertThat(name.getText()).isEqualTo("Load orders");

    robot.interact(() -> {
      name.requestFocus();
      name.setText("Orders as they come");
    });
    window.select("load_payments");
    window.awaitThat(() -> window.flow().document().text().contains("Orders as they come"));
    var next = (TextField) window.find("field-tasks-2-name");
    assertThat(next.getText()).isEqualTo("Load payments");
    assertThat(window.flow().document().text())
        .contains("name = \"Load customers\"", "name = \"Load payments\"")
        .doesNotContain("name = \"Load orders\"");
  }

  private void type(FxRobot robot, String id, String text) {
    var field = (TextField) window.find(id);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(new ActionEvent());
    });
  }

  private String problemOf(String id) {
    Node problem = window.find(id).getParent().lookup(".field-problem");
    return problem instanceof Label label ? label.getText() : "";
  }

  private List<String> labels() {
    return window.scene().getRoot().lookupAll(".column-list .label").stream()
        .map(Label.class::cast)
        .map(Label::getText)
        .toList();
  }
}
