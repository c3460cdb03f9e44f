package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever is in a flow is found and led to. */
@ExtendWith(ApplicationExtension.class)
class FindTest {

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
  void aColumnAStatementAndASettingLeadToTheirSteps(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    assertThat(find(robot, "lifetime_value", "find-column"))
        .contains("lifetime_value · ", "customers");
    assertThat(window.flow().selection().get()).contains(new TaskId("customers"));

    assertThat(find(robot, "left join {{", "find-statement")).contains("LEFT JOIN {{ orders }}");
    assertThat(window.flow().selection().get()).contains(new TaskId("customers"));

    assertThat(find(robot, "out/orders", "find-setting")).contains("file_path: out/orders.parquet");
    assertThat(window.flow().selection().get()).contains(new TaskId("export_orders"));
    window.awaitThat(() -> window.scene().lookup("#node-export_orders") != null);
  }

  /** What stands first in the list; Enter goes there. */
  private String find(FxRobot robot, String text, String picture) throws Exception {
    window.act("edit.find");
    window.awaitThat(() -> window.find("find").isVisible());
    robot.write(text);
    ListView<?> list = (ListView<?>) window.find("find-list");
    window.awaitThat(() -> !list.getItems().isEmpty());
    window.picture(picture);
    String first = list.getItems().getFirst().toString();
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.awaitThat(() -> !window.find("find").isVisible());
    return first;
  }
}
