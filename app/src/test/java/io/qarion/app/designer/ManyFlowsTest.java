package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A project of a thousand flows, every other one of which reads what the one before makes. */
@ExtendWith(ApplicationExtension.class)
class ManyFlowsTest {

  private static final int FLOWS = 1_000;

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder.resolve("user"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theyAreAllListedCheckedAndFound(FxRobot robot) throws Exception {
    window.open(project());

    assertThat(window.context().session().flows()).hasSize(FLOWS);
    window.awaitThat(() ->
        window.context().session().flows().stream()
            .allMatch(flow -> flow.compiled().get().isPresent()));
    assertThat(window.context().session().flows())
        .allSatisfy(flow -> assertThat(flow.problems()).noneMatch(Problem::isError));
    window.picture("many-flows");
    robot.interact(() -> ((TextField) window.find("explorer-search")).setText("flow 777"));
    TreeItem<?> flows = ((TreeView<?>) window.find("explorer-tree")).getTreeItem(0);
    assertThat(flows.getChildren()).hasSize(1);
    window.picture("many-flows-found");
  }

  private Path project() throws IOException {
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("flows"));
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(project.resolve("data/orders.csv"), "id,amount\n1,2\n");
    for (int i = 0; i < FLOWS; i++) {
      Files.writeString(project.resolve("flows/flow_%d.toml".formatted(i)), flow(i));
    }
    return project;
  }

  private static String flow(int number) {
    String load =
        """

        [[tasks]]
        id = "load"
        type = "ingestion"
        target_dataset_id = "orders_%d"

        [tasks.config]
        source_path = "data/orders.csv"
        """
            .formatted(number);
    return """
    id = "flow_%1$d"
    name = "Flow %1$d"
    flow_type = "standard"
    %2$s
    [[tasks]]
    id = "keep"
    type = "transformation"
    source_dataset_id = "%3$s"
    target_dataset_id = "kept_%1$d"
    %4$s
    [[tasks.rules]]
    operation = "filter"
    condition = "id > 0"
    """
        .formatted(
            number,
            load,
            number % 2 == 0 ? "orders_" + number : "kept_" + (number - 1),
            number % 2 == 0 ? "dependencies = [\"load\"]" : "");
  }
}
