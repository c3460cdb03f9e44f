package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.control.TypeField;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window in each of its languages: no word of it is cut. */
@ExtendWith(ApplicationExtension.class)
class WindowLanguagesTest {

  private static final List<String> STEPS =
      List.of("load_customers", "payments", "customers", "check_orders", "export_customers");

  @TempDir private Path folder;
  private Optional<Stage> stage = Optional.empty();
  private Optional<Window> opened = Optional.empty();
  private final Set<String> cut = new TreeSet<>();

  @Start
  void start(Stage primary) {
    stage = Optional.of(primary);
  }

  @AfterEach
  void close() {
    opened.ifPresent(Window::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noWordIsCut(String language, FxRobot robot) throws Exception {
    Window window = open(language, robot);
    look(robot);
    window.picture("language-" + language + "-welcome");
    Path project = Window.example("jaffle-shop", folder);
    window.openAsItIs(project);
    look(robot);
    window.picture("language-" + language + "-trust");
    window.act("run.trust");
    window.run();
    for (String step : STEPS) {
      showStep(step, robot);
    }
    window.picture("language-" + language);
    lookAtTabs("panels", robot);
    lookAtTabs("views", robot);
    lookAtPalette(robot);
    lookAtMenus(robot);
    lookAtFile(robot);
    lookAtDataset(robot);
    lookAtChange(robot);
    window.act("file.new-typed-flow");
    look(robot);
    window.picture("language-" + language + "-new-flow");
    assertThat(cut).isEmpty();
  }

  private Window open(String language, FxRobot robot) {
    robot.interact(() ->
        opened =
            Optional.of(
                new Window(stage.orElseThrow(), folder.resolve("user"), Locale.of(language))));
    return window();
  }

  private Window window() {
    return opened.orElseThrow();
  }

  private void lookAtFile(FxRobot robot) throws Exception {
    window().select("load_orders");
    window().act("edit.read-file");
    var rows = (TableView<?>) window().find("look-rows");
    window().awaitThat(() -> !rows.getItems().isEmpty());
    window().awaitThat(() -> !window().find("look-stop").getParent().isVisible());
    look(robot);
    window().picture("language-" + window().context().messages().locale() + "-look");
    robot.interact(() -> ((Button) window().find("look-cancel")).fire());
  }

  private void lookAtDataset(FxRobot robot) throws Exception {
    window().act("edit.dataset");
    window().awaitThat(() -> window().scene().lookup("#dataset-name-id") != null);
    look(robot);
    window().picture("language-" + window().context().messages().locale() + "-dataset");
    robot.interact(() -> ((Button) window().find("dataset-cancel")).fire());
    window().select("payments");
    window().act("edit.dataset");
    window().awaitThat(() -> window().find("dataset-declare").getParent().isVisible());
    look(robot);
    robot.interact(() -> ((Button) window().find("dataset-cancel")).fire());
  }

  private void lookAtChange(FxRobot robot) throws Exception {
    window().select("load_orders");
    window().act("edit.change-type");
    robot.interact(() -> ((TypeField) window().find("rename-type")).setValue("string"));
    var changes = (ListView<?>) window().find("rename-changes");
    window().awaitThat(() -> !changes.getItems().isEmpty());
    look(robot);
    window().picture("language-" + window().context().messages().locale() + "-change");
    robot.interact(() -> ((Button) window().find("rename-cancel")).fire());
  }

  private void showStep(String step, FxRobot robot) throws Exception {
    window().select(step);
    var summary = (Label) window().find("preview-summary");
    window().awaitThat(() -> !summary.getText().isEmpty());
    look(robot);
  }

  private void lookAtTabs(String id, FxRobot robot) {
    var tabs = (TabPane) window().find(id);
    for (int i = tabs.getTabs().size() - 1; i >= 0; i--) {
      int index = i;
      robot.interact(() -> tabs.getSelectionModel().select(index));
      look(robot);
      window()
          .picture(
              "language-"
                  + window().context().messages().locale()
                  + "-"
                  + tabs.getTabs().get(i).getId());
    }
  }

  private void lookAtPalette(FxRobot robot) {
    var list = (ListView<?>) window().find("steps-list");
    for (int i = 0; i < list.getItems().size(); i += 4) {
      int line = i;
      robot.interact(() -> list.scrollTo(line));
      look(robot);
    }
  }

  private void lookAtMenus(FxRobot robot) {
    for (Menu menu : ((MenuBar) window().find("menu-bar")).getMenus()) {
      robot.interact(menu::show);
      look(robot);
      robot.interact(menu::hide);
    }
  }

  /** Remembers what is cut in what can be seen now. */
  private void look(FxRobot robot) {
    robot.interact(() -> {
      window().scene().getRoot().applyCss();
      window().scene().getRoot().layout();
      cut.addAll(CutTexts.in(window().scene().getRoot()));
      javafx.stage.Window.getWindows().stream()
          .filter(PopupWindow.class::isInstance)
          .forEach(popup -> cut.addAll(CutTexts.in(popup.getScene().getRoot())));
    });
  }
}
