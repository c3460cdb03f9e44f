package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.dialog.UnsavedQuestion;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One project in two windows of one user: the first owns it. */
@ExtendWith(ApplicationExtension.class)
class TwoWindowsTest {

  @TempDir private Path folder;
  private Window first;
  private Window second;
  private Path project;
  private Path file;
  private String saved;

  @Start
  void start(Stage stage) throws Exception {
    project = Window.example("jaffle-shop", folder);
    file = project.resolve("flows/shop.toml");
    saved = Files.readString(file);
    first = new Window(stage, folder);
    second = new Window(new Stage(), folder);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void theSecondIsToldWhoOwnsItAndRunsNothing() throws Exception {
    openBoth();

    assertThat(((Label) second.find("notice-refused")).getText())
        .contains(
            "in use by process " + ProcessHandle.current().pid(), System.getProperty("user.name"))
        .contains("Close it there");
    second.picture("in-use");
    second.act("run.start");
    second.awaitThat(() -> !second.context().session().failure().get().isEmpty());
    assertThat(second.context().session().failure().get().getFirst().message())
        .startsWith("The project is in use by process ");
    first.run();
    assertThat(first.context().session().failure().get()).isEmpty();
    assertThat(first.scene().lookup("#notice-refused")).isNull();
  }

  @Test
  void whatOneSavesTheOtherTakesAsAnEditThatCanBeUndone(FxRobot robot) throws Exception {
    openBoth();

    robot.interact(() -> second.flow().type("Theirs", saved + "# second\n"));
    second.act("file.save");

    first.awaitThat(() -> text(first).equals(saved + "# second\n"));
    assertThat(first.flow().dirty().get()).isFalse();
    robot.interact(() -> first.flow().type("Mine", saved + "# first\n"));
    first.act("file.save");
    second.awaitThat(() -> text(second).equals(saved + "# first\n"));
    second.act("edit.undo");
    assertThat(text(second)).isEqualTo(saved + "# second\n");
  }

  @Test
  void editsOfBothStayAndNeitherWritesOverTheOtherUnasked(FxRobot robot) throws Exception {
    openBoth();
    robot.interact(() -> {
      first.flow().type("Mine", saved + "# first\n");
      second.flow().type("Theirs", saved + "# second\n");
    });

    second.act("file.save");
    first.awaitThat(() -> first.scene().lookup("#notice-changed") != null);
    first.act("file.save");
    first.awaitThat(() -> !first.context().session().failure().get().isEmpty());

    assertThat(file).hasContent(saved + "# second\n");
    assertThat(text(first)).isEqualTo(saved + "# first\n");
  }

  @Test
  void theSecondTakesItOverWithItsEditsOnceTheFirstHasLeft(FxRobot robot) throws Exception {
    openBoth();
    robot.interact(() -> {
      first.flow().type("Mine", saved + "# first\n");
      second.flow().type("Theirs", saved + "# second\n");
    });
    first.act("file.close-project");
    first.answer(_ -> true, _ -> UnsavedQuestion.Answer.DISCARD);
    first.act("file.close-project");
    first.awaitThat(() -> Files.notExists(project.resolve(".qarion/owner")));

    second.awaitThat(() -> second.scene().lookup("#notice-refused-claim") != null);
    robot.interact(() -> ((Button) second.find("notice-refused-claim")).fire());

    second.awaitThat(() -> Files.exists(project.resolve(".qarion/owner")));
    second.awaitThat(() -> second.scene().lookup("#notice-restored") != null);
    assertThat(text(second)).isEqualTo(saved + "# second\n");
    second.run();
    assertThat(second.context().session().failure().get()).isEmpty();
  }

  private void openBoth() throws Exception {
    first.open(project);
    second.open(project);
    second.awaitThat(() -> second.scene().lookup("#notice-refused") != null);
  }

  private static String text(Window window) {
    return window.flow().document().text();
  }
}
