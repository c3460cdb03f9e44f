package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
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

/** Settings of several steps are seen and changed together. */
@ExtendWith(ApplicationExtension.class)
class MultiEditTest {

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
  void stepsOfOneTypeShowWhatTheyShareAndOneEditWritesAll(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();
    choose(robot, "load_customers", "load_orders", "load_payments");

    window.awaitThat(() -> title().equals("3 steps"));
    List<TextField> fields =
        robot.lookup("#inspector .text-field").queryAllAs(TextField.class).stream().toList();
    TextField source =
        fields.stream()
            .filter(field -> "Source path".equals(field.getAccessibleText()))
            .findFirst()
            .orElseThrow();
    assertThat(source.getText()).isEmpty();
    assertThat(source.getPromptText()).isEqualTo("Different values");
    window.picture("multi-edit");

    robot.interact(source::requestFocus);
    robot.write("data");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    window.awaitThat(
        () -> window.flow().commands().undoName().get().equals("Change Source path of 3 steps"));
    assertThat(window.flow().document().text()).isNotEqualTo(before);
    assertThat(window.flow().document().text().split("source_path = \"data\"", -1)).hasSize(4);
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void aFieldThatIsOnlyLookedAtWritesNothing(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    choose(robot, "load_customers", "load_orders");
    window.awaitThat(() -> title().equals("2 steps"));

    robot.interact(() -> {
      for (Node field : window.scene().getRoot().lookupAll("#inspector .text-field")) {
        field.requestFocus();
      }
      window.find("canvas").requestFocus();
    });

    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void stepsOfSeveralTypesSayThatTheyShareNothing(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    choose(robot, "load_orders", "payments");

    window.awaitThat(() -> title().equals("2 steps"));
    assertThat(robot.lookup("#inspector .section-title").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("These steps have no settings in common");
    assertThat(robot.lookup("#inspector .text-field").queryAll()).isEmpty();

    robot.clickOn("#node-payments");
    window.awaitThat(() -> title().equals("Payments in dollars"));
  }

  @Test
  void whatNoneOfThemSetsStaysFoldedAndCanBeSetForAll(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    choose(robot, "payments", "orders");
    window.awaitThat(() -> title().equals("2 steps"));

    TitledPane more = robot.lookup("#inspector .titled-pane").queryAs(TitledPane.class);
    assertThat(more.getText()).isEqualTo("More that they have in common");
    robot.interact(() -> more.setExpanded(true));
    window.picture("multi-edit-more");
    assertThat(robot.lookup("#inspector .field").queryAll()).isNotEmpty();
  }

  private String title() {
    return ((Label) window.find("inspector-title")).getText();
  }

  private void choose(FxRobot robot, String first, String... more) {
    robot.clickOn("#node-" + first);
    for (String step : more) {
      robot.press(KeyCode.SHIFT).clickOn("#node-" + step).release(KeyCode.SHIFT);
    }
  }
}
