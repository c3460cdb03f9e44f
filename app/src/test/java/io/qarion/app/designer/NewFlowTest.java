package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.plugin.FlowPlugin;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
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

/** Flows are made by what they do, from a real file. */
@ExtendWith(ApplicationExtension.class)
class NewFlowTest {

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
  void aFlowOfEachTypeThatLoadsAFileIsMadeWithoutAMistakeAndRuns(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    for (String type :
        new String[] {
          "change_feed",
          "scd2",
          "delta_publishing",
          "sessionization",
          "growth_accounting",
          "error_parking",
          "outbox"
        }) {
      open(robot, type, type + " of orders");
      ComboBox<String> file = file();
      robot.interact(() -> file.setValue("data/raw_orders.csv"));
      window.awaitThat(() -> keys().equals("id"));
      window.awaitThat(() -> !window.find("new-flow-steps").lookupAll(".made-step").isEmpty());
      window.picture("new-flow-" + type);
      assertThat(window.find("new-flow-problems").isVisible()).as(type).isFalse();

      robot.interact(() -> ((ButtonBase) window.find("new-flow-create")).fire());
      window.awaitThat(() -> window.flow().stored().get().flow().flowType().equals(type));
      window.awaitThat(() -> window.flow().compiled().get().isPresent());
      assertThat(window.flow().problems()).as(type).isEmpty();
      window.run();
      assertThat(window.flow().runState().last().get().orElseThrow().status().name())
          .as(type)
          .isEqualTo("SUCCESS");
    }
  }

  @Test
  void aFlowOverADatasetIsMade(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    open(robot, "quality_check", "Quality of orders");
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<String> dataset = (ComboBox<String>) window.find("new-flow-dataset");
      dataset.setValue("orders");
    });
    robot.interact(() -> ((ButtonBase) window.find("new-flow-create")).fire());
    window.awaitThat(() -> window.flow().id().value().equals("quality_of_orders"));
    assertThat(window.flow().document().text()).contains("dataset_id = \"orders\"");
  }

  @Test
  void escapeMakesNothing(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    open(robot, "scd2", "History");
    assertThat(((ButtonBase) window.find("new-flow-create")).isDisabled()).isTrue();
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(window.find("new-flow").isVisible()).isFalse();
    assertThat(window.context().session().flows()).hasSize(1);
  }

  private void open(FxRobot robot, String type, String name) throws Exception {
    window.act("file.new-typed-flow");
    window.awaitThat(() -> window.find("new-flow").isVisible());
    robot.interact(() -> {
      ListView<?> types = (ListView<?>) window.find("new-flow-types");
      for (int i = 0; i < types.getItems().size(); i++) {
        if (((FlowPlugin) types.getItems().get(i)).flowType().equals(type)) {
          types.getSelectionModel().select(i);
        }
      }
      ((TextField) window.find("new-flow-name")).setText(name);
    });
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> file() {
    return (ComboBox<String>) window.find("new-flow-file");
  }

  private String keys() {
    return window.scene().lookup("#new-flow-keys") instanceof TextField field
        ? field.getText()
        : "";
  }
}
