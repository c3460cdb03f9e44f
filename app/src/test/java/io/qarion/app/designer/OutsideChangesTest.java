package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.repository.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What happens in the window when somebody else changes the project's files. */
@ExtendWith(ApplicationExtension.class)
class OutsideChangesTest {

  private static final String ZOO =
      """
      id = "zoo"
      flow_type = "standard"

      [[tasks]]
      id = "load_animals"
      type = "ingestion"
      target_dataset_id = "animals"

      [tasks.config]
      source_path = "data/raw_customers.csv"
      """;

  @TempDir private Path folder;
  private Window window;
  private Path project;
  private Path file;
  private String saved;

  @Start
  void start(Stage stage) throws Exception {
    project = Window.example("jaffle-shop", folder);
    file = project.resolve("flows/shop.toml");
    saved = Files.readString(file);
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFlowWithoutEditsFollowsItsFileAndUndoGoesBack() throws Exception {
    window.open(project);

    Files.writeString(file, saved + "# theirs\n");

    window.awaitThat(() -> text().equals(saved + "# theirs\n"));
    assertThat(window.flow().dirty().get()).isFalse();
    window.act("edit.undo");
    assertThat(text()).isEqualTo(saved);
    assertThat(window.flow().dirty().get()).isTrue();
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(file).hasContent(saved);
  }

  @Test
  void editsAreKeptUntilTheUserTakesTheFile(FxRobot robot) throws Exception {
    window.open(project);
    edit(robot, "# mine\n");

    Files.writeString(file, saved + "# theirs\n");

    window.awaitThat(() -> window.scene().lookup("#notice-changed") != null);
    assertThat(((Label) window.find("notice-changed")).getText())
        .startsWith("flows/shop.toml was changed outside");
    window.picture("changed-outside");
    window.act("file.save");
    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(file).hasContent(saved + "# theirs\n");
    robot.clickOn("#notice-changed-take");
    assertThat(text()).isEqualTo(saved + "# theirs\n");
    assertThat(window.flow().dirty().get()).isFalse();
    assertThat(window.scene().lookup("#notice-changed")).isNull();
    window.act("edit.undo");
    assertThat(text()).isEqualTo(saved + "# mine\n");
  }

  @Test
  void onlyWhoKeepsTheirOwnWritesOverTheFile(FxRobot robot) throws Exception {
    window.open(project);
    edit(robot, "# mine\n");
    Files.writeString(file, saved + "# theirs\n");
    window.awaitThat(() -> window.scene().lookup("#notice-changed-mine") != null);

    robot.clickOn("#notice-changed-mine");

    assertThat(file).hasContent(saved + "# theirs\n");
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(file).hasContent(saved + "# mine\n");
  }

  @Test
  void savingOverAChangeThatNobodyHasNoticedYetIsRefused(FxRobot robot) throws Exception {
    window.open(project);
    edit(robot, "# mine\n");
    byte[] theirs = (saved + "# theirs\n").getBytes(StandardCharsets.UTF_8);

    robot.interact(() -> {
      AtomicFile.write(file, theirs);
      window.context().session().save();
    });

    window.awaitThat(() -> window.scene().lookup("#notice-changed") != null);
    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(window.context().session().failure().get().getFirst().message())
        .startsWith("'flows/shop.toml' was changed outside");
    assertThat(file).hasBinaryContent(theirs);
    assertThat(text()).isEqualTo(saved + "# mine\n");
  }

  @Test
  void aFileThatIsGoneIsSavedAgainFromTheTextThatIsStillHere(FxRobot robot) throws Exception {
    window.open(project);

    Files.delete(file);

    window.awaitThat(() -> window.scene().lookup("#notice-deleted-save") != null);
    assertThat(text()).isEqualTo(saved);
    window.picture("deleted-outside");
    robot.clickOn("#notice-deleted-save");
    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(file).hasContent(saved);
    assertThat(window.scene().lookup("#notice-deleted")).isNull();
  }

  @Test
  void aNewFileIsANewFlowAndAGoneOneCanGo(FxRobot robot) throws Exception {
    window.open(project);
    Path added = project.resolve("flows/zoo.toml");

    Files.writeString(added, ZOO);

    window.awaitThat(() -> window.context().session().flows().size() == 2);
    FlowDocument zoo = window.context().session().flows().getLast();
    assertThat(zoo.id().value()).isEqualTo("zoo");
    window.awaitThat(() ->
        zoo.compiled().get().isPresent() || !window.context().session().failure().get().isEmpty());
    assertThat(window.context().session().failure().get()).isEmpty();
    robot.interact(() -> window.context().session().active().set(Optional.of(zoo)));
    Files.delete(added);
    window.awaitThat(() -> window.scene().lookup("#notice-deleted-drop") != null);
    robot.clickOn("#notice-deleted-drop");
    assertThat(window.context().session().flows())
        .extracting(flow -> flow.id().value())
        .isEqualTo(List.of("shop"));
    assertThat(window.flow().id().value()).isEqualTo("shop");
  }

  @Test
  void aFlowThatWasRemovedComesBackWithItsEditsAndCanBeSaved(FxRobot robot) throws Exception {
    window.open(project);
    edit(robot, "# mine\n");
    Files.delete(file);
    window.awaitThat(() -> window.scene().lookup("#notice-deleted-drop") != null);
    robot.clickOn("#notice-deleted-drop");
    assertThat(window.context().session().flows()).isEmpty();
    window.picture("removed-outside");

    robot.clickOn("#notice-offer");

    assertThat(text()).isEqualTo(saved + "# mine\n");
    robot.clickOn("#notice-deleted-save");
    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(file).hasContent(saved + "# mine\n");
    window.act("edit.undo");
    assertThat(text()).isEqualTo(saved);
  }

  private void edit(FxRobot robot, String more) {
    robot.interact(() -> window.flow().type("Type", saved + more));
  }

  private String text() {
    return window.flow().document().text();
  }
}
