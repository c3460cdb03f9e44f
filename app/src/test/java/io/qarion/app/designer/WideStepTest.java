package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
    assertThat(grid().getColumns()).hasSizeLessThan(40);
    assertThat(heads()).contains("measure_0").doesNotContain("measure_399");
    window.picture("wide-step");

    robot.interact(() -> sideways().setValue(sideways().getMax()));
    window.awaitThat(() -> heads().contains("measure_399"));
    assertThat(grid().getColumns()).hasSizeLessThan(40);
    assertThat(sideways().getValue()).isCloseTo(sideways().getMax(), within(4.0));
    window.picture("wide-step-end");
  }

  @Test
  void aRowIsCopiedWithAllItsColumns(FxRobot robot) throws Exception {
    open();
    robot.interact(() -> {
      grid().getSelectionModel().clearSelection();
      select(grid());
      grid().requestFocus();
    });
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);

    window.awaitThat(() ->
        clipboard().split("\t", -1).length == 2 * COLUMNS - 1
            && clipboard().contains("measure_0\tmeasure_1\t")
            && clipboard().contains("\tmeasure_399\n"));
  }

  private static <T> void select(TableView<T> grid) {
    grid.getSelectionModel().select(0, grid.getColumns().getFirst());
  }

  private static String clipboard() {
    return String.valueOf(Clipboard.getSystemClipboard().getString());
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
    window.awaitThat(() -> heads().contains("measure_0"));
  }

  private static String line(String start) {
    return IntStream.range(0, COLUMNS).mapToObj(i -> start + i).collect(Collectors.joining(","))
        + "\n";
  }

  private List<String> heads() {
    return grid().lookupAll(".column-head .name").stream()
        .map(name -> ((Label) name).getText())
        .toList();
  }

  private ScrollBar sideways() {
    return grid().lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .findFirst()
        .orElseThrow();
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
