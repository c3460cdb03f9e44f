package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.News;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The engine of a project is chosen in the window. */
@ExtendWith(ApplicationExtension.class)
class EngineChoiceTest {

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
  void anotherEngineIsChosenAndTakenBack(FxRobot robot) throws Exception {
    window.open(Window.example("flights", folder));
    Path file = folder.resolve("flights/qarion-etl.toml");
    String before = Files.readString(file);
    show(robot, "register_airports");
    robot.interact(
        () -> window.flow().type("Type", window.flow().document().text() + "# not saved\n"));
    var button = (MenuButton) window.find("engine");
    assertThat(button.getText()).isEqualTo("duckdb");
    robot.interact(button::show);
    window.pictureWithPopups("engine-choice");
    robot.interact(button::hide);

    choose(robot, button, "sqlite");

    window.awaitThat(() -> button.getText().equals("sqlite"));
    window.awaitThat(() -> window.context().session().active().get().isPresent());
    assertThat(Files.readString(file)).startsWith(before).contains("[engine]", "name = \"sqlite\"");
    window.awaitThat(() -> window.flow().id().value().equals("register_airports"));
    assertThat(window.flow().document().text()).endsWith("# not saved\n");
    window.run();
    assertThat(folder.resolve("flights/.qarion/data.sqlite")).exists();

    window.awaitThat(() -> window.context().session().news().get().isPresent());
    News news = window.context().session().news().get().orElseThrow();
    robot.interact(() -> news.offer().orElseThrow().handler().run());
    window.awaitThat(() -> button.getText().equals("duckdb"));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  private void show(FxRobot robot, String flow) {
    robot.interact(() ->
        window.context().session().flows().stream()
            .filter(each -> each.id().value().equals(flow))
            .findFirst()
            .ifPresent(
                each -> window.context().session().active().set(java.util.Optional.of(each))));
  }

  private static void choose(FxRobot robot, MenuButton button, String engine) {
    robot.interact(() ->
        button.getItems().stream()
            .filter(item -> item.getId().equals("engine-" + engine))
            .findFirst()
            .ifPresent(MenuItem::fire));
  }
}
