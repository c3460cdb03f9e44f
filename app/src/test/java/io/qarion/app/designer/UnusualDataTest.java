package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Data and names that few have thought of, in the real window. */
@ExtendWith(ApplicationExtension.class)
class UnusualDataTest {

  private static final int LENGTH = 5_000_000;

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
  void aTextOfMillionsIsShownByItsBeginningAndLength(FxRobot robot) throws Exception {
    String text = "word ".repeat(LENGTH / 5);
    open("notes", "notes.csv", "id,note\n1," + text + "\n2,short\n");
    window.awaitThat(() -> summary().startsWith("2 rows"));

    window.awaitThat(() -> robot.lookup(".value-chip.long").tryQuery().isPresent());
    assertThat(robot.lookup(".value-chip.long").queryAs(Label.class).getText())
        .isEqualTo("5,000,000 characters");
    window.picture("text-of-millions");
    robot.interact(() -> {
      choose(grid());
      grid().requestFocus();
    });
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    window.awaitThat(() -> String.valueOf(clipboard()).strip().endsWith(text.strip()));
    bring(robot, "profile");
    window.awaitThat(() -> profile().getItems().size() == 2);
    robot.interact(() -> profile().getSelectionModel().select(1));
    window.awaitThat(() -> texts(robot, ".top-values .label").contains("short"));
    assertThat(texts(robot, ".profile .label")).allMatch(shown -> shown.length() <= 400);
    window.picture("text-of-millions-profile");
  }

  @Test
  void fourHundredColumnsAreFoundAndSeen(FxRobot robot) throws Exception {
    String names =
        IntStream.range(0, 400).mapToObj(i -> "measure_" + i).collect(Collectors.joining(","));
    String row =
        IntStream.range(0, 400).mapToObj(Integer::toString).collect(Collectors.joining(","));
    open("wide", "wide.csv", names + "\n" + (row + "\n").repeat(300));
    window.awaitThat(() -> summary().startsWith("first 200 of 300 rows"));
    robot.interact(() -> ((TextField) window.find("preview-find")).setText("measure_399"));
    window.awaitThat(() -> texts(robot, ".value-cell").contains("399"));
    window.picture("columns-400");
    bring(robot, "profile");
    window.awaitThat(() -> profile().getItems().size() == 400);
  }

  @Test
  void namesOfAllScriptsAreShownWhereverTheyStand() throws Exception {
    open(
        "الطلبات 🐙 ordres",
        "طلبات 🐙.csv",
        "الرقم,שם הלקוח,🍎 Äpfel\n1,محمد بن علي,3\n2,דוד (Tel Aviv) 12,4\n");
    window.awaitThat(() -> summary().startsWith("2 rows"));
    window.picture("names-of-all-scripts");

    assertThat(grid().getColumns().stream().map(column -> column.getText()))
        .contains("الرقم", "שם הלקוח", "🍎 Äpfel");
  }

  private void open(String name, String file, String content) throws Exception {
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("flows"));
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(project.resolve("data").resolve(file), content);
    Files.writeString(project.resolve("flows/unusual.toml"), flow(name, file));
    window.open(project);
    window.select("load");
  }

  private static String flow(String name, String file) {
    return """
    id = "unusual"
    name = "%s"
    flow_type = "standard"

    [[tasks]]
    id = "load"
    name = "Load %s"
    type = "ingestion"
    target_dataset_id = "rows_raw"

    [tasks.config]
    source_path = "data/%s"
    """
        .formatted(name, name, file);
  }

  private static <T> void choose(TableView<T> grid) {
    grid.getSelectionModel().clearAndSelect(0, grid.getColumns().getLast());
  }

  private static @Nullable String clipboard() {
    return Clipboard.getSystemClipboard().getString();
  }

  private void bring(FxRobot robot, String panel) {
    robot.interact(() -> {
      var tabs = (TabPane) window.find("panels");
      tabs.getTabs().stream()
          .filter(tab -> ("tab-" + panel).equals(tab.getId()))
          .forEach(tabs.getSelectionModel()::select);
    });
  }

  private static List<String> texts(FxRobot robot, String nodes) {
    return robot.lookup(nodes).queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
  }

  private TableView<?> profile() {
    return (TableView<?>) window.find("profile-columns");
  }

  private TableView<?> grid() {
    return (TableView<?>) window.find("preview-grid");
  }

  private String summary() {
    return ((Label) window.find("preview-summary")).getText();
  }
}
