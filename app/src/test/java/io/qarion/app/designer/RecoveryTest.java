package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a killed program leaves, in the window that is opened next. */
@ExtendWith(ApplicationExtension.class)
class RecoveryTest {

  private static final String MINE = "# first\n# second\n";

  /** A start, three edits, an undo. */
  private static final int LINES = 5;

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
  void whatAKilledProgramDidNotSaveIsThereAgainWithUndoAndRedo(FxRobot robot) throws Exception {
    killWhileEditing();

    window.open(project);

    FlowDocument flow = window.flow();
    window.awaitThat(() -> window.scene().lookup("#notice-restored") != null);
    assertThat(((Label) window.find("notice-restored")).getText())
        .startsWith("Your unsaved edits of 1 flow from ");
    assertThat(flow.document().text()).isEqualTo(saved + MINE);
    assertThat(flow.dirty().get()).isTrue();
    assertThat(flow.commands().redoName().get()).isEqualTo("third");
    window.picture("restored");
    window.act("edit.redo");
    assertThat(flow.document().text()).isEqualTo(saved + MINE + "# third\n");
    for (int edit = 0; edit < 3; edit++) {
      window.act("edit.undo");
    }
    assertThat(flow.document().text()).isEqualTo(saved);
    assertThat(flow.commands().depth().get()).isZero();
    assertThat(window.scene().lookup("#notice-restored")).isNull();
  }

  @Test
  void discardedEditsAreNotOfferedAgain(FxRobot robot) throws Exception {
    killWhileEditing();
    window.open(project);
    window.awaitThat(() -> window.scene().lookup("#notice-restored-discard") != null);

    robot.clickOn("#notice-restored-discard");

    assertThat(window.flow().document().text()).isEqualTo(saved);
    reopen();
    assertThat(window.flow().dirty().get()).isFalse();
    assertThat(window.scene().lookup("#notice-restored")).isNull();
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(saved + MINE);
  }

  @Test
  void editsOfAFileThatChangedMeanwhileAreOfferedAndNothingIsOverwritten(FxRobot robot)
      throws Exception {
    killWhileEditing();
    Files.writeString(file, saved + "# theirs\n");
    window.open(project);
    window.awaitThat(() -> window.scene().lookup("#notice-aside-take") != null);
    assertThat(window.flow().document().text()).isEqualTo(saved + "# theirs\n");
    assertThat(window.flow().dirty().get()).isFalse();
    window.picture("set-aside");

    robot.clickOn("#notice-aside-take");

    assertThat(window.flow().document().text()).isEqualTo(saved + MINE);
    assertThat(window.flow().dirty().get()).isTrue();
    assertThat(window.scene().lookup("#notice-aside")).isNull();
    assertThat(file).hasContent(saved + "# theirs\n");
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(saved + "# theirs\n");
    reopen();
    assertThat(window.scene().lookup("#notice-aside")).isNull();
  }

  @Test
  void undoGoesOnAfterSavingAndClosing(FxRobot robot) throws Exception {
    window.open(project);
    robot.interact(() -> window.flow().type("More", saved + "# more\n"));
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());
    reopen();

    assertThat(window.flow().commands().undoName().get()).isEqualTo("More");
    window.act("edit.undo");

    assertThat(window.flow().document().text()).isEqualTo(saved);
    assertThat(window.flow().dirty().get()).isTrue();
    assertThat(file).hasContent(saved + "# more\n");
  }

  /** Once its edits are on disk, the process is killed as hard as it goes. */
  private void killWhileEditing() throws Exception {
    Process process = EditingProgram.start(project);
    try (var out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("edited");
      Path journal = project.resolve(".qarion/journal/shop.jsonl");
      window.awaitThat(() -> Files.exists(journal) && Files.readAllLines(journal).size() == LINES);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void reopen() throws Exception {
    window.act("file.close-project");
    window.awaitThat(() -> window.context().session().project().get().isEmpty());
    window.open(project);
  }
}
