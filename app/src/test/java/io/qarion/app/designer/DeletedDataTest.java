package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A file with data that goes while its rows are shown. */
@ExtendWith(ApplicationExtension.class)
class DeletedDataTest {

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
  void theStepSaysWhichFileIsGoneAndHasItsRowsAgainOnceItIsBack(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path data = project.resolve("data/raw_customers.csv");
    byte[] content = Files.readAllBytes(data);
    window.open(project);
    window.select("load_customers");
    window.awaitThat(() -> summary().contains("100 rows"));

    Files.delete(data);
    window.select("load_orders");
    window.awaitThat(() -> summary().contains("99 rows"));
    window.select("load_customers");

    window.awaitThat(() -> window.find("preview-failure").isVisible());
    assertThat(
            robot.lookup("#preview-failure .label").queryAllAs(Label.class).stream()
                .map(Label::getText))
        .anyMatch(text -> text.contains("data/raw_customers.csv"));
    window.picture("deleted-data");
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("raw_customers.csv"));
    assertThat(window.context().session().failure().get()).isEmpty();

    Files.write(data, content);
    window.select("load_orders");
    window.select("load_customers");
    window.awaitThat(() -> summary().contains("100 rows"));
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
  }

  private String summary() {
    return ((Label) window.find("preview-summary")).getText();
  }
}
