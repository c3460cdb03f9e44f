package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A project whose folder can't be written can be looked at and edited. A file stands where a folder
 * would be made, since permissions do not bind every user.
 */
@ExtendWith(ApplicationExtension.class)
class RefusedProjectTest {

  @TempDir private Path folder;
  private Window window;
  private Path project;
  private Path work;
  private Path file;
  private String saved;

  @Start
  void start(Stage stage) throws Exception {
    project = Window.example("jaffle-shop", folder);
    work = project.resolve(".qarion");
    file = project.resolve("flows/shop.toml");
    saved = Files.readString(file);
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void itIsShownAndSaysOnceWhatCanNotBeDoneAndWhy() throws Exception {
    Files.createFile(work);
    window.open(project);

    assertThat(((Label) window.find("notice-refused")).getText())
        .contains("work folder can't be written", work.toString(), "Its disk '", "give yourself")
        .endsWith("You can look at the project and edit it here, but neither run it nor see rows.");
    assertThat(failure()).isEmpty();
    window.select("load_customers");
    window.awaitThat(() -> window.find("preview-failure").isVisible());
    window.picture("refused");
    window.act("run.start");
    window.awaitThat(() -> !failure().isEmpty());
    assertThat(failure())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).contains("work folder can't be written"));
    assertThat(window.flow().runState().running().get()).isFalse();
  }

  @Test
  void itsEditsAreSavedWhereTheyCanBe(FxRobot robot) throws Exception {
    Files.createFile(work);
    window.open(project);

    robot.interact(() -> window.flow().type("Mine", saved + "# mine\n"));
    window.act("file.save");

    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(file).hasContent(saved + "# mine\n");
    assertThat(failure()).isEmpty();
  }

  @Test
  void editsThatCanNotBeSavedAreKeptWithTheUserAndCanGoToAnotherPlace(FxRobot robot)
      throws Exception {
    Files.createFile(work);
    window.open(project);
    robot.interact(() -> window.flow().type("Mine", saved + "# mine\n"));
    Path flows = Files.move(file.getParent(), folder.resolve("aside"));
    Files.createFile(file.getParent());

    window.awaitThat(() -> window.scene().lookup("#notice-deleted-save") != null);
    robot.clickOn("#notice-deleted-save");

    window.awaitThat(() -> !failure().isEmpty());
    assertThat(failure()).hasSize(1);
    assertThat(failure().getFirst().message()).contains(file.toString(), "can't be written");
    assertThat(failure().getFirst().fix())
        .endsWith("Your edits are kept; File, Export flow writes them to another place.");
    window.picture("refused-saving");
    window.willChoose(folder.resolve("mine.toml"));
    window.act("file.export-flow");
    window.awaitThat(() -> window.context().session().news().get().isPresent());
    assertThat(folder.resolve("mine.toml")).hasContent(saved + "# mine\n");

    // As a killed program would leave it.
    robot.interact(window.context().session()::closeProject);
    Files.delete(file.getParent());
    Files.move(flows, file.getParent());
    window.open(project);
    assertThat(window.flow().document().text()).isEqualTo(saved + "# mine\n");
    assertThat(window.scene().lookup("#notice-restored")).isNotNull();
  }

  @Test
  void onceItCanBeWrittenItIsOwnedWithTheEditsAndTheirUndo(FxRobot robot) throws Exception {
    Files.createFile(work);
    window.open(project);
    robot.interact(() -> window.flow().type("Mine", saved + "# mine\n"));
    robot.clickOn("#notice-refused-claim");
    window.awaitThat(() -> !failure().isEmpty());
    assertThat(failure().getFirst().message()).contains("work folder can't be written");
    robot.interact(window.context().session()::failureSeen);
    Files.delete(work);

    robot.clickOn("#notice-refused-claim");

    window.awaitThat(() -> Files.exists(work.resolve("owner")));
    window.awaitThat(() -> window.scene().lookup("#notice-restored-keep") != null);
    assertThat(window.scene().lookup("#notice-refused")).isNull();
    assertThat(window.flow().document().text()).isEqualTo(saved + "# mine\n");
    assertThat(work.resolve("journal/shop.jsonl")).isNotEmptyFile();
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(saved);
    window.run();
    assertThat(failure()).isEmpty();
  }

  private List<Problem> failure() {
    return window.context().session().failure().get();
  }
}
