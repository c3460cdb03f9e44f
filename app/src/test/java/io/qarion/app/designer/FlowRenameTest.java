package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Another id of a flow, given in the explorer or typed in its text: file and edits go with it. */
@ExtendWith(ApplicationExtension.class)
class FlowRenameTest {

  @TempDir private Path folder;
  private Window window;
  private Path project;
  private String saved;

  @Start
  void start(Stage stage) throws Exception {
    project = Window.example("jaffle-shop", folder);
    saved = Files.readString(project.resolve("flows/shop.toml"));
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aRenamedFlowKeepsItsUndoWhichRenamesItBack(FxRobot robot) throws Exception {
    window.open(project);
    robot.interact(() -> window.flow().type("Before", saved + "# before\n"));

    rename(robot, "Coffee shop");

    window.awaitThat(() -> window.flow().id().equals(new FlowId("coffee_shop")));
    assertThat(flows()).containsExactly("coffee_shop.toml");
    assertThat(window.flow().dirty().get()).isFalse();
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Rename");
    reopen(robot);
    window.act("edit.undo");
    assertThat(text()).isEqualTo(saved + "# before\n");
    window.act("edit.undo");
    assertThat(text()).isEqualTo(saved);
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(flows()).containsExactly("shop.toml");
    assertThat(project.resolve("flows/shop.toml")).hasContent(saved);
    window.run();
    assertThat(window.context().session().failure().get()).isEmpty();
  }

  @Test
  void anIdTypedInTheTextNamesTheFileOnceItIsSaved(FxRobot robot) throws Exception {
    window.open(project);
    String typed = saved.replaceFirst("id = \"shop\"", "id = \"cafe\"");
    robot.interact(() -> window.flow().type("Type", typed));
    assertThat(window.flow().id()).isEqualTo(new FlowId("shop"));

    window.act("file.save");

    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(window.context().session().news().get().orElseThrow().text())
        .isEqualTo("Saved as flows/cafe.toml, since the id of the flow is ‘cafe’ now.");
    window.picture("saved-renamed");
    assertThat(window.flow().id()).isEqualTo(new FlowId("cafe"));
    assertThat(flows()).containsExactly("cafe.toml");
    assertThat(project.resolve("flows/cafe.toml")).hasContent(typed);
    reopen(robot);
    assertThat(text()).isEqualTo(typed);
    window.act("edit.undo");
    assertThat(text()).isEqualTo(saved);
  }

  @Test
  void anIdThatAnotherFlowHasIsSavedWhereItWas(FxRobot robot) throws Exception {
    Files.writeString(
        project.resolve("flows/zoo.toml"), "id = \"zoo\"\nflow_type = \"standard\"\n");
    window.open(project);
    String typed = saved.replaceFirst("id = \"shop\"", "id = \"zoo\"");
    robot.interact(() -> window.flow().type("Type", typed));

    window.act("file.save");

    window.awaitThat(() -> !window.flow().dirty().get());
    assertThat(flows()).containsExactly("shop.toml", "zoo.toml");
    assertThat(project.resolve("flows/shop.toml")).hasContent(typed);
  }

  @Test
  void aChangeFromOutsideIsNotOverwrittenByANewId(FxRobot robot) throws Exception {
    window.open(project);
    String typed = saved.replaceFirst("id = \"shop\"", "id = \"cafe\"");
    robot.interact(() -> window.flow().type("Type", typed));
    Path file = project.resolve("flows/shop.toml");

    robot.interact(() -> {
      write(file, saved + "# theirs\n");
      window.context().session().save();
    });

    window.awaitThat(() -> window.scene().lookup("#notice-changed") != null);
    assertThat(flows()).containsExactly("shop.toml");
    assertThat(file).hasContent(saved + "# theirs\n");
    assertThat(text()).isEqualTo(typed);
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private void rename(FxRobot robot, String name) {
    window.act("file.rename-flow");
    robot.interact(() -> ((TextField) window.find("explorer-name")).setText(name));
    robot.type(KeyCode.ENTER);
  }

  private void reopen(FxRobot robot) throws Exception {
    robot.interact(window.context().session()::closeProject);
    window.open(project);
  }

  private List<String> flows() throws IOException {
    try (Stream<Path> files = Files.list(project.resolve("flows"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String text() {
    return window.flow().document().text();
  }
}
