package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The menus of the real window. */
@ExtendWith(ApplicationExtension.class)
class MenuTest {

  @TempDir private Path folder;
  private Stage stage;
  private Window window;

  @Start
  void start(Stage primary) {
    stage = primary;
    window = new Window(primary, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void everyActionIsInAMenuWithItsKeys() {
    List<Action> actions = window.context().actions().all();
    assertThat(items())
        .extracting(MenuItem::getId)
        .containsExactlyInAnyOrderElementsOf(
            actions.stream().map(action -> "menu-" + action.id().replace('.', '-')).toList());
    for (Action action : actions) {
      assertThat(item(action.id()).getAccelerator())
          .as(action.id())
          .isEqualTo(action.shortcut().orElse(null));
    }
  }

  @Test
  void withoutAProjectOnlyWhatHasAnEffectCanBeChosen() {
    assertThat(items().stream().filter(item -> !item.isDisable()))
        .extracting(MenuItem::getId)
        .containsExactlyInAnyOrder(
            "menu-file-open",
            "menu-file-exit",
            "menu-view-text-larger",
            "menu-view-light",
            "menu-view-dark",
            "menu-view-contrast",
            "menu-view-system",
            "menu-help-find-action",
            "menu-help-about");
  }

  @Test
  void menusOpenAndDoWhatTheySay(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#menu-file");
    window.awaitThat(() -> menus().getFirst().isShowing());
    window.pictureWithPopups("menu-file");
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> window.context().theme().choice().set(Theme.Choice.DARK));
    robot.clickOn("#menu-view");
    window.pictureWithPopups("menu-view-dark");

    robot.clickOn("#menu-view-light");

    assertThat(window.context().theme().choice().get()).isEqualTo(Theme.Choice.LIGHT);
  }

  @Test
  void keysOfMenusWorkOnce(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);

    window.awaitThat(() -> window.flow().id().value().equals("new_flow"));
    assertThat(window.context().session().flows()).hasSize(2);
  }

  @Test
  void anotherProjectIsOpenedOnlyIfNothingIsLost(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.interact(() -> window.flow().type("Type", window.flow().document().text() + "# more\n"));
    window.willChoose(Window.example("flights", folder));
    window.act("file.open");
    assertThat(window.flow().document().text()).endsWith("# more\n");
    window.act("edit.undo");

    window.willChoose(folder.resolve("none"));
    window.act("file.open");
    window.awaitThat(() -> ((Label) window.find("failure")).getText().contains("no folder"));
    window.run();
    assertThat(window.flow().runState().last().get()).isPresent();

    window.willChoose(folder.resolve("flights"));
    window.act("file.open");
    window.awaitThat(() -> window.flow().id().value().equals("delays"));
  }

  @Test
  void exitAsksAsClosingTheWindowDoes(FxRobot robot) {
    var asked = new AtomicBoolean();
    robot.interact(() ->
        stage.setOnCloseRequest(event -> {
          asked.set(true);
          event.consume();
        }));

    window.act("file.exit");

    assertThat(asked).isTrue();
    assertThat(stage.isShowing()).isTrue();
  }

  @Test
  void aboutSaysVersionAndLicenceAndGoesAway(FxRobot robot) {
    window.act("help.about");
    assertThat(window.find("about").isVisible()).isTrue();
    assertThat(((Label) window.find("about-version")).getText()).startsWith("Version ");
    assertThat(((Label) window.find("about-licence")).getText()).contains("licence");
    window.picture("about");

    robot.type(KeyCode.ESCAPE);

    assertThat(window.find("about").isVisible()).isFalse();
  }

  private List<Menu> menus() {
    return ((MenuBar) window.find("menu-bar")).getMenus();
  }

  private List<MenuItem> items() {
    return menus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> !(item instanceof SeparatorMenuItem))
        .toList();
  }

  private MenuItem item(String action) {
    String id = "menu-" + action.replace('.', '-');
    return items().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }
}
