package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
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

/** Mistakes whose way out is plain are mended by a click or a key. */
@ExtendWith(ApplicationExtension.class)
class QuickFixTest {

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

  private void awaitFixes(long count) throws TimeoutException {
    window.awaitThat(
        () -> window.flow().problems().stream().filter(QuickFixTest::canBeFixed).count() == count);
    window.awaitThat(() -> window.scene().lookup("#problem-fix-" + count) == null);
  }

  private static boolean canBeFixed(Problem problem) {
    return !problem.quickFixes().isEmpty();
  }
}
