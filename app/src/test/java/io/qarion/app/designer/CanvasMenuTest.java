package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A right click on the canvas offers what can be done there. */
@ExtendWith(ApplicationExtension.class)
class CanvasMenuTest {

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder);
  }

  @BeforeEach
  void open() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aCardIsChosenAndWhatCanBeDoneToItIsOffered(FxRobot robot) throws Exception {
    robot.clickOn("#node-payments", MouseButton.SECONDARY);

    window.awaitThat(() -> !offered().isEmpty());
    assertThat(window.flow().selection().get()).contains(new TaskId("payments"));
    assertThat(offered())
        .contains(
            "edit.add-step", "edit.rename-step", "run.to-here", "edit.delete", "arrange.extract")
        .doesNotContain("arrange.inline", "arrange.open-flow", "arrange.chosen", "edit.paste");
    window.pictureWithPopups("canvas-menu");

    robot.clickOn("#menu-edit-toggle");
    window.awaitThat(
        () -> window.flow().document().text().contains("enabled = false") && offered().isEmpty());
  }

  @Test
  void severalChosenCardsStayChosen(FxRobot robot) throws Exception {
    robot.clickOn("#node-payments");
    robot.press(KeyCode.SHIFT).clickOn("#node-order_payments").release(KeyCode.SHIFT);

    robot.clickOn("#node-payments", MouseButton.SECONDARY);

    window.awaitThat(() -> !offered().isEmpty());
    assertThat(window.flow().together().get())
        .isEqualTo(Set.of(new TaskId("payments"), new TaskId("order_payments")));
    assertThat(offered()).contains("arrange.chosen", "arrange.group").doesNotContain("edit.merge");
  }

  @Test
  void theGroundOffersWhatCanBePutThere(FxRobot robot) throws Exception {
    robot.clickOn("#node-payments");

    robot.rightClickOn(window.find("canvas"));

    window.awaitThat(() -> !offered().isEmpty());
    assertThat(offered()).contains("edit.add-step", "arrange.add-note", "view.fit");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    window.awaitThat(() -> offered().isEmpty());
  }

  @Test
  void theKeyOfTheMenuOffersWhatCanBeDoneToTheChosenStep(FxRobot robot) throws Exception {
    robot.clickOn("#node-orders");
    window.onScreen(() -> {
      var key =
          new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null);
      window.find("canvas").fireEvent(key);
      return true;
    });

    window.awaitThat(() -> offered().contains("edit.rename-step"));
    assertThat(window.flow().selection().get()).contains(new TaskId("orders"));
  }

  /** The ids of the actions in the menu that is open. */
  private List<String> offered() {
    return window.onScreen(() ->
        javafx.stage.Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .filter(menu -> "context-menu".equals(menu.getId()))
            .flatMap(menu -> menu.getItems().stream())
            .map(MenuItem::getId)
            .filter(Objects::nonNull)
            .map(id -> id.replaceFirst("menu-", "").replaceFirst("-", "."))
            .toList());
  }
}
