package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Mistakes whose way out is plain are mended by a click or a key. */
@ExtendWith(ApplicationExtension.class)
class QuickFixTest {

  /** Two columns are as near to the one that is written. */
  private static final String WRONG =
      """
      id = "sales"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"
      config = { source_path = "data/sales.csv" }

      [[tasks]]
      id = "keep"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "kept"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amountz > 1"
      """;

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
  void aMistakeIsMendedByAClickAndByEnterAndUndoBringsItBack(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("flows/shop.toml");
    String right = Files.readString(file);
    String wrong =
        right
            .replaceFirst("amount >= ", "amont >= ")
            .replaceFirst("description = ", "descripton = ");
    Files.writeString(file, wrong);
    window.open(project);
    robot.clickOn("#tab-problems");
    window.awaitThat(() -> window.scene().lookup("#problem-fix-1") != null);
    window.picture("quick-fixes");

    robot.clickOn("#problem-fix-0");
    awaitFixes(1);
    assertThat(window.flow().document().text()).isEqualTo(wrong.replace("amont", "amount"));
    assertThat(window.flow().commands().undoName().get()).contains("‘amount’ instead of ‘amont’");

    ListView<?> list = (ListView<?>) window.find("problem-list");
    robot.interact(() -> {
      list.requestFocus();
      list.getSelectionModel().select(0);
    });
    robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    awaitFixes(0);
    assertThat(window.flow().document().text()).isEqualTo(right);

    window.act("edit.undo");
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(wrong);
  }

  @Test
  void enterAfterEnterMendsOneMistakeAfterTheOther(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("flows/shop.toml");
    String right = Files.readString(file);
    Files.writeString(
        file,
        right
            .replaceFirst("amount >= ", "amont >= ")
            .replaceFirst("description = ", "descripton = "));
    window.open(project);
    robot.clickOn("#tab-problems");
    awaitFixes(2);
    ListView<?> list = (ListView<?>) window.find("problem-list");
    robot.interact(() -> {
      list.requestFocus();
      list.getSelectionModel().select(0);
    });

    robot.type(KeyCode.ENTER);
    awaitFixes(1);
    window.awaitThat(() -> list.getSelectionModel().getSelectedIndex() == 0);
    assertThat(list.isFocused()).isTrue();
    robot.type(KeyCode.ENTER);

    awaitFixes(0);
    assertThat(window.flow().document().text()).isEqualTo(right);
  }

  @Test
  void aLessLikelyFixIsChosenFromTheMenu(FxRobot robot) throws Exception {
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("flows"));
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(project.resolve("data/sales.csv"), "amount,amounts\n1,2\n");
    Files.writeString(project.resolve("flows/sales.toml"), WRONG);
    window.open(project);
    robot.clickOn("#tab-problems");
    window.awaitThat(() -> window.scene().lookup("#problem-fix-0") instanceof SplitMenuButton);
    var button = (SplitMenuButton) window.find("problem-fix-0");
    MenuItem other = button.getItems().getFirst();

    robot.interact(button::show);
    robot.interact(other::fire);

    awaitFixes(0);
    assertThat(window.flow().document().text()).isEqualTo(WRONG.replace("amountz", "amounts"));
    assertThat(window.flow().commands().undoName().get()).isEqualTo(other.getText());
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(WRONG);
  }

  private void awaitFixes(long count) throws TimeoutException {
    window.awaitThat(
        () -> window.flow().problems().stream().filter(QuickFixTest::canBeFixed).count() == count);
    window.awaitThat(() -> window.scene().lookup("#problem-fix-" + count) == null);
  }

  private static boolean canBeFixed(Problem problem) {
    return !problem.quickFixes().isEmpty();
  }
}
