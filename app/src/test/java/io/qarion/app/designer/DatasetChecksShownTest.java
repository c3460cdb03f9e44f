package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Quality checks are edited in the real window, and written into the file of their dataset. */
@ExtendWith(ApplicationExtension.class)
class DatasetChecksShownTest {

  @TempDir private Path folder;
  private Window window;
  private Path file;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder);
    file = folder.resolve("jaffle-shop/datasets/raw_orders.toml");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aCheckIsAddedByWhatItDoesFilledInAndSaved(FxRobot robot) throws Exception {
    DatasetEditing editing = open(robot);
    String before = Files.readString(file);
    robot.interact(() -> ((MenuButton) window.find("dataset-add-check")).show());
    window.pictureWithPopups("dataset-check-kinds");
    robot.interact(() -> ((MenuButton) window.find("dataset-add-check")).hide());

    robot.interact(() -> add("completeness").fire());
    window.awaitThat(() -> words().contains("No value is missing"));
    window.picture("dataset-check-new");
    assertThat(window.scene().getFocusOwner().getId()).isEqualTo("field-quality_checks-0-columns");
    editing.typed("field-quality_checks-0-columns", "order_dat");
    window.awaitThat(() -> words().contains("There is no column 'order_dat' here."));
    window.picture("dataset-check-wrong");
    editing.typed("field-quality_checks-0-columns", "order_date, status");
    window.awaitThat(() -> !words().contains("There is no column"));

    addRange(robot, editing);
    editing.save();

    assertThat(file)
        .content()
        .isEqualTo(
            before.stripTrailing()
                + """


                [[quality_checks]]
                check_type = "completeness"
                columns = ["order_date", "status"]

                [[quality_checks]]
                check_type = "range"
                columns = ["user_id"]
                severity = "warning"

                [quality_checks.config]
                min = 1
                """);
  }

  private void addRange(FxRobot robot, DatasetEditing editing) throws Exception {
    robot.interact(() -> add("range").fire());
    window.awaitThat(() -> words().contains("Values lie between two others"));
    editing.typed("field-quality_checks-1-columns", "user_id");
    editing.typed("field-quality_checks-1-config-min", "1");
    robot.interact(() -> more(1).setExpanded(true));
    robot.interact(() -> severity(1).setValue("warning"));
    window.picture("dataset-checks");
  }

  @Test
  void aCheckOfTheFileIsChangedTakenOutAndBroughtBack(FxRobot robot) throws Exception {
    DatasetEditing editing =
        open(
            robot,
            """

            # nobody orders nothing
            [[quality_checks]]
            check_name = "Known customer"
            check_type = "referential"
            columns = ["user_id"]
            config = { dataset_id = "raw_customers", columns = ["id"] }
            """);
    String before = Files.readString(file);
    assertThat(words()).contains("Known customer").doesNotContain("There is no");

    editing.typed("field-quality_checks-0-config-dataset_id", "raw_people");
    window.awaitThat(() -> words().contains("There is no dataset 'raw_people'."));
    editing.press("dataset-undo");
    window.awaitThat(() -> !words().contains("There is no dataset"));
    editing.press("remove-quality_checks-0-");
    window.awaitThat(() -> words().contains("Its file lists none."));
    assertThat(editing.button("dataset-undo").getAccessibleText())
        .isEqualTo("Undo: Remove check “Known customer”");
    editing.press("dataset-undo");
    window.awaitThat(() -> words().contains("Known customer"));
    editing.typed("field-quality_checks-0-check_name", "Customer is known");
    editing.save();

    assertThat(file).content().isEqualTo(before.replace("Known customer", "Customer is known"));
  }

  private DatasetEditing open(FxRobot robot, String... checks) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.writeString(file, Files.readString(file) + String.join("", checks));
    window.open(project);
    var editing = new DatasetEditing(window, robot);
    editing.open("raw_orders");
    return editing;
  }

  private MenuItem add(String kind) {
    return ((MenuButton) window.find("dataset-add-check"))
        .getItems().stream()
            .filter(item -> item.getId().equals("dataset-add-check-" + kind))
            .findFirst()
            .orElseThrow();
  }

  private TitledPane more(int check) {
    return (TitledPane)
        window.find("dataset-checks").lookupAll(".check .titled-pane").stream()
            .sorted(
                (a, b) -> Double.compare(a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
            .toList()
            .get(check);
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> severity(int check) {
    return (ComboBox<String>) window.find("field-quality_checks-" + check + "-severity");
  }

  private String words() {
    return words(window.find("dataset-checks"));
  }

  private static String words(Node node) {
    return switch (node) {
      case Node hidden when !hidden.isVisible() -> "";
      case Labeled labeled -> labeled.getText() + "\n";
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(DatasetChecksShownTest::words)
              .collect(Collectors.joining());
      default -> "";
    };
  }
}
