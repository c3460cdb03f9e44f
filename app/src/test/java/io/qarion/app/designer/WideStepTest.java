package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A step of many columns, of which only those in sight are drawn. */
@ExtendWith(ApplicationExtension.class)
class WideStepTest {

  private static final int COLUMNS = 400;
  private static final String FLOW =
      """
      id = "wide"
      name = "Wide"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      name = "Load"
      type = "ingestion"
      target_dataset_id = "wide_raw"

      [tasks.config]
      source_path = "data/wide.csv"
      """;

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
  void headersAreDrawnWhenTheyComeIntoSight(FxRobot robot) throws Exception {
    open();
    assertThat(drawnHeaders()).isBetween(3L, 40L);
    assertThat(grid().getColumns().getLast().getGraphic()).isNull();

    robot.interact(() -> grid().scrollToColumnIndex(COLUMNS));
    window.awaitThat(() -> grid().getColumns().getLast().getGraphic() != null);
    assertThat(grid().getColumns().getLast().getGraphic().getAccessibleText())
        .contains("measure_399");
    assertThat(drawnHeaders()).isLessThan(80);
    window.picture("wide-step");
  }

  @Test
  void theListOfColumnsHasLinesForThoseInSight(FxRobot robot) throws Exception {
    open();
    window.awaitThat(() -> !lines().isEmpty());
    assertThat(lines()).hasSizeLessThan(80);

    robot.interact(() -> ((ScrollPane) window.find("inspector")).setVvalue(1));
    window.awaitThat(() -> names().contains("measure_399"));
    assertThat(lines()).hasSizeLessThan(80);
    window.picture("wide-step-columns");
  }

  private void open() throws Exception {
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("flows"));
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(
        project.resolve("data/wide.csv"), line("measure_") + line("1") + line("2") + line("3"));
    Files.writeString(project.resolve("flows/wide.toml"), FLOW);
    window.open(project);
    window.select("load");
    window.awaitThat(() -> grid().getColumns().size() == COLUMNS + 1);
  }

  private static String line(String start) {
    return IntStream.range(0, COLUMNS).mapToObj(i -> start + i).collect(Collectors.joining(","))
        + "\n";
  }

  private long drawnHeaders() {
    return grid().getColumns().stream().filter(column -> column.getGraphic() != null).count();
  }

  private List<Node> lines() {
    return window.scene().getRoot().lookupAll(".column-row").stream().toList();
  }

  private List<String> names() {
    return lines().stream()
        .filter(Node::isVisible)
        .flatMap(line -> line.lookupAll(".label").stream())
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private TableView<?> grid() {
    return (TableView<?>) window.find("preview-grid");
  }
}
