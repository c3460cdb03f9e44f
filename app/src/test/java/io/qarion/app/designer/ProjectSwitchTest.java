package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Going from one project to another in the same window. */
@ExtendWith(ApplicationExtension.class)
class ProjectSwitchTest {

  @TempDir private Path folder;
  private Window window;
  private Path shop;
  private Path flights;

  @Start
  void start(Stage stage) throws Exception {
    shop = Window.example("jaffle-shop", folder);
    flights = Window.example("flights", folder);
    window = new Window(stage, folder);
    window.trust(shop);
    window.trust(flights);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anotherProjectTakesThePlaceOfTheOneThatIsOpen() throws Exception {
    window.open(shop);
    window.willChoose(flights);

    window.act("file.open");

    window.awaitThat(() -> isOpen(flights));
    window.awaitThat(() -> window.scene().lookup(".node-card") != null);
    window.awaitThat(() -> Files.notExists(shop.resolve(".qarion/owner")));
    window.run();
    window.willChoose(shop);
    window.act("file.open");
    window.awaitThat(() -> isOpen(shop));
    window.run();
    assertThat(window.context().session().failure().get()).isEmpty();
  }

  @Test
  void whereTheOtherCanNotBeOpenedTheFirstStays() throws Exception {
    window.open(shop);
    window.willChoose(Files.createDirectory(folder.resolve("none")));
    window.act("file.open");
    window.awaitThat(() -> failure().contains("so it is no project"));

    assertThat(isOpen(shop)).isTrue();
    window.run();
  }

  @Test
  void aClosedProjectGivesWayToTheStartAndCanBeOpenedAgain() throws Exception {
    window.open(shop);

    window.act("file.close-project");

    assertThat(window.find("welcome").isVisible()).isTrue();
    window.awaitThat(() -> window.scene().lookup("#recent-jaffle-shop") != null);
    window.picture("welcome-after-closing");
    window.open(shop);
    window.run();
  }

  @Test
  void changesAreAskedAboutBeforeAProjectIsLeft(FxRobot robot) throws Exception {
    window.open(shop);
    Path file = shop.resolve("flows/shop.toml");
    String saved = Files.readString(file);
    robot.interact(() -> window.flow().type("Type", saved + "# mine\n"));
    window.willChoose(flights);
    var asked = new ArrayList<String>();
    window.answer(
        _ -> false,
        flows -> {
          asked.addAll(flows);
          return UnsavedQuestion.Answer.STAY;
        });
    window.act("file.open");
    assertThat(isOpen(shop)).isTrue();
    assertThat(asked).containsExactly("Jaffle shop");

    window.answer(_ -> false, _ -> UnsavedQuestion.Answer.DISCARD);
    window.willChoose(flights);
    window.act("file.open");
    window.awaitThat(() -> isOpen(flights));
    assertThat(file).hasContent(saved);
    window.willChoose(shop);
    window.act("file.open");
    window.awaitThat(() -> isOpen(shop));

    assertThat(window.flow().dirty().get()).isFalse();
    assertThat(window.scene().lookup("#notice-restored")).isNull();
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(saved + "# mine\n");
    window.answer(_ -> false, _ -> UnsavedQuestion.Answer.SAVE);
    window.act("file.close-project");
    window.awaitThat(() -> window.context().session().project().get().isEmpty());
    assertThat(file).hasContent(saved + "# mine\n");
  }

  @Test
  void aRunIsAskedAboutBeforeItsProjectIsLeft(FxRobot robot) throws Exception {
    window.open(shop);
    var asked = new ArrayList<String>();
    window.answer(
        flows -> {
          asked.addAll(flows);
          return false;
        },
        _ -> UnsavedQuestion.Answer.STAY);
    var started =
        new RunEvent.RunStarted(
            RunId.random(), Instant.EPOCH, window.flow().id(), "duckdb", Map.of());
    robot.interact(() -> window.flow().runState().accept(started));

    window.act("file.close-project");

    assertThat(asked).containsExactly("Jaffle shop");
    assertThat(isOpen(shop)).isTrue();
    window.answer(_ -> true, _ -> UnsavedQuestion.Answer.STAY);
    window.act("file.close-project");
    assertThat(isOpen(shop)).isFalse();
  }

  private boolean isOpen(Path project) {
    return window
            .context()
            .session()
            .project()
            .get()
            .filter(open -> open.root().equals(project))
            .isPresent()
        && window.context().session().active().get().isPresent();
  }

  private String failure() {
    var problems = window.context().session().failure().get();
    return problems.isEmpty() ? "" : problems.getFirst().message();
  }
}
