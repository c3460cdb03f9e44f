package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
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

/** A file beside what it would be read as, in the real window on real files. */
@ExtendWith(ApplicationExtension.class)
class FileLookTest {

  private static final String OPTION = "field-tasks-1-config-options-";

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
  void optionsAreTriedAndAppliedAsOneEditWithTheSmallestChange(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    String orders = Files.readString(project.resolve("data/raw_orders.csv"));
    Files.writeString(project.resolve("data/raw_orders.csv"), orders.replace(',', '~'));
    window.open(project);
    String before = window.flow().document().text();
    look(robot, "load_orders");

    window.awaitThat(() -> rows().getColumns().size() == 5);
    assertThat(shown("look-question")).contains("Which sign parts the fields?");
    window.picture("look-one-column");
    robot.interact(() -> answers().getFirst().fire());
    window.awaitThat(() -> rows().getColumns().size() == 4);
    assertThat(rows().getItems().getFirst()).hasSize(4);
    assertThat(window.find("look-question").isVisible()).isFalse();
    assertThat(window.flow().document().text()).as("only tried").isEqualTo(before);

    option(robot, "null_values", "returned");
    window.awaitThat(() -> cellsOf("status").contains(null));
    option(robot, "null_values", "");
    window.awaitThat(() -> !cellsOf("status").contains(null));
    robot.interact(() -> button("look-apply").fire());

    assertThat(window.find("look").isVisible()).isFalse();
    assertThat(added(before)).containsExactly("[tasks.config.options]", "delimiter = \"~\"");
    window.awaitThat(() -> window.flow().problems().stream().noneMatch(Problem::isError));
    assertThat(window.flow().commands().undoName().get()).contains("Load orders");
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void aBadRowLeadsToItsLineAndCanBePutAside(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    spoil(project.resolve("data/raw_orders.csv"));
    window.open(project);
    String before = window.flow().document().text();
    look(robot, "load_orders");

    window.awaitThat(() -> bad().getItems().size() == 3);
    assertThat(((Label) window.find("look-bad-said")).getText())
        .isEqualTo("3 of 401 rows. The whole file was checked. A run would fail at them.");
    window.picture("look-bad-rows");
    robot.interact(() -> bad().getSelectionModel().select(0));
    assertThat(chosenLine()).contains("x");
    robot.interact(() -> bad().getSelectionModel().select(1));
    window.awaitThat(() -> chosenLine().contains("24.12.2018"));
    window.picture("look-bad-row-chosen");
    robot.interact(() -> button("look-earlier").fire());
    window.awaitThat(() -> texts().getItems().getFirst().toString().contains("number=181"));
    robot.interact(() -> button("look-later").fire());
    window.awaitThat(() -> texts().getItems().getFirst().toString().contains("number=381"));

    robot.interact(() -> button("look-hint-date_format").fire());
    window.awaitThat(() -> shown("field-tasks-1-config-options-date_format").equals("dd.MM.yyyy"));
    window.awaitThat(() -> bad().getItems().size() > 3);
    option(robot, "date_format", "");
    window.awaitThat(() -> bad().getItems().size() == 3);

    robot.interact(() -> button("look-put-aside").fire());
    window.awaitThat(() -> ((Label) window.find("look-bad-said")).getText().contains("put aside"));
    robot.interact(() -> button("look-apply").fire());
    assertThat(added(before)).containsExactly("on_bad_row = \"reject\"");
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
  }

  /** Three records that can't be read: one among the first, two far behind. */
  private static void spoil(Path file) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(file));
    for (int i = 0; i < 300; i++) {
      lines.add((1000 + i) + ",1,2018-04-0" + (i % 9 + 1) + ",placed");
    }
    lines.set(4, "x" + lines.get(4));
    lines.add("2000,1,24.12.2018,placed");
    lines.add("2001,7");
    Files.write(file, lines);
  }

  @Test
  void aWrongEncodingIsAskedFor(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    write(project.resolve("data/raw_customers.csv"), "id,first_name,last_name\n1,Jürgen,Groß\n");
    window.open(project);
    look(robot, "load_customers");

    window.awaitThat(() -> window.find("look-failure").isVisible());
    window.awaitThat(() -> texts().getItems().size() == 2);
    assertThat(shown("look-failure")).contains("The file is not UTF-8.");
    window.picture("look-encoding");
    robot.interact(() -> answers().getFirst().fire());
    window.awaitThat(() -> rows().getItems().size() == 1);
    assertThat(rows().getItems().getFirst()).containsExactly(1L, "Jürgen", "Groß");
    window.awaitThat(() -> shown("look-bad-said").contains("its row can be read"));
  }

  @Test
  void escapeLeavesTheFlowAsItWas(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();
    look(robot, "load_orders");
    window.awaitThat(() -> !rows().getItems().isEmpty());
    window.awaitThat(() -> shown("look-bad-said").startsWith("None"));
    window.picture("look");
    option(robot, "quote", "'");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(window.find("look").isVisible()).isFalse();
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void whatIsMissingOrEmptyIsSaidInItsPlace(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.delete(project.resolve("data/raw_orders.csv"));
    Files.writeString(project.resolve("data/raw_customers.csv"), "");
    window.open(project);
    look(robot, "load_orders");
    window.awaitThat(() -> shown("look-failure").contains("There is no file"));
    window.picture("look-missing");
    robot.interact(() -> button("look-cancel").fire());
    look(robot, "load_customers");
    window.awaitThat(() -> shown("look-failure").contains("The file is empty."));
  }

  @Test
  void filesOfAPatternAndSheetsOfAWorkbookAreChosen(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.createDirectories(project.resolve("data/days"));
    Files.writeString(project.resolve("data/days/day1.csv"), "id;name\n1;a\n");
    Files.writeString(project.resolve("data/days/day2.csv"), "id;name\n1;b\n2;c\n");
    Files.copy(
        Path.of(
            System.getProperty("qarion.root"),
            "plugins/files/src/test/resources/samples/readxl/datasets.xlsx"),
        project.resolve("data/book.xlsx"));
    Path flow = project.resolve("flows/shop.toml");
    Files.writeString(
        flow,
        Files.readString(flow)
            .replace(
                "source_path = \"data/raw_orders.csv\"",
                "source_path = \"data/days\"\nfile_pattern = \"day*.csv\"")
            .replace("data/raw_customers.csv", "data/book.xlsx"));
    window.open(project);
    look(robot, "load_orders");
    window.awaitThat(() -> rows().getItems().size() == 1);
    robot.interact(() -> choice("look-file").setValue("data/days/day2.csv"));
    window.awaitThat(() -> rows().getItems().size() == 2);
    robot.interact(() -> button("look-cancel").fire());

    look(robot, "load_customers");
    window.awaitThat(
        () -> window.scene().lookup("#field-tasks-0-config-options-sheet") instanceof ComboBox);
    window.awaitThat(() -> !rows().getItems().isEmpty());
    ComboBox<String> sheet = choice("field-tasks-0-config-options-sheet");
    var first = List.copyOf(rows().getItems());
    window.picture("look-workbook");
    robot.interact(() -> sheet.setValue(sheet.getItems().get(1)));
    window.awaitThat(() -> !rows().getItems().isEmpty() && !rows().getItems().equals(first));
  }

  private void look(FxRobot robot, String step) throws Exception {
    window.select(step);
    window.awaitThat(() -> window.find("inspector-look").isVisible());
    robot.interact(() -> button("inspector-look").fire());
    window.awaitThat(() -> window.find("look").isVisible());
  }

  private void option(FxRobot robot, String option, String text) {
    var field = (TextField) window.find(OPTION + option);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(new ActionEvent());
    });
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));
  }

  private List<ButtonBase> answers() {
    return window.find("look-question").lookupAll(".answer").stream()
        .map(ButtonBase.class::cast)
        .toList();
  }

  private List<Object> cellsOf(String column) {
    int index = List.of("id", "user_id", "order_date", "status").indexOf(column);
    var cells = new ArrayList<Object>();
    rows().getItems().forEach(row -> cells.add(row.get(index)));
    return cells;
  }

  private String chosenLine() {
    return Optional.ofNullable(texts().getSelectionModel().getSelectedItem())
        .map(Object::toString)
        .orElse("");
  }

  /** Lines of the flow that were not there before. */
  private List<String> added(String before) {
    List<String> old = before.lines().toList();
    return window.flow().document().text().lines().filter(line -> !old.contains(line)).toList();
  }

  private String shown(String id) {
    Node node = window.find(id);
    return switch (node) {
      case Label label -> label.getText();
      case TextField field -> field.getText();
      default -> words(node);
    };
  }

  private static String words(Node node) {
    return switch (node) {
      case Label label -> label.getText() + "\n";
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(FileLookTest::words)
              .reduce("", String::concat);
      default -> "";
    };
  }

  private ButtonBase button(String id) {
    return (ButtonBase) window.find(id);
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> choice(String id) {
    return (ComboBox<String>) window.find(id);
  }

  @SuppressWarnings("unchecked")
  private TableView<List<Object>> rows() {
    return (TableView<List<Object>>) window.find("look-rows");
  }

  private TableView<?> bad() {
    return (TableView<?>) window.find("look-bad");
  }

  private ListView<?> texts() {
    return (ListView<?>) window.find("look-text");
  }
}
