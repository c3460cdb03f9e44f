package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.edit.FlowNote;
import io.qarion.core.edit.FlowNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

/** Notes are written, moved, coloured and found on the canvas. */
@ExtendWith(ApplicationExtension.class)
class CanvasNotesTest {

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
  void aNoteIsWrittenWhereThePointerIsByOneEdit(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();
    robot.moveTo(onCanvas(200, 300));

    window.act("arrange.add-note");
    window.awaitThat(() -> window.find("note-field").isFocused());
    robot.write("Amounts are cents");
    press(robot, KeyCode.ENTER);
    robot.write("until here");
    window.picture("note-written");
    press(robot, KeyCode.ESCAPE);

    window.awaitThat(() -> window.seek("#note-note").isPresent());
    assertThat(window.find("canvas").isFocused()).isTrue();
    assertThat(note().text()).isEqualTo("Amounts are cents\nuntil here");
    assertThat(lines(robot)).containsExactly("Amounts are cents", "until here");
    assertThat(window.find("note-note").getAccessibleText())
        .isEqualTo("Note: Amounts are cents\nuntil here");
    assertThat(centre("note-note").distance(onCanvas(200, 300))).isLessThan(12);
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Add a note");
    assertThat(window.flow().problems()).isEmpty();
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  @Test
  void withoutWordsThereIsNoNote(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    window.act("arrange.add-note");
    window.awaitThat(() -> window.find("note-field").isFocused());
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

    assertThat(window.find("note-field").isVisible()).isFalse();
    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void aNoteIsMovedByADragAndMadeLargerByItsCorner(FxRobot robot) throws Exception {
    window.open(withNote(""));
    FlowNote before = note();

    robot.drag(centre("note-anna"), MouseButton.PRIMARY).dropBy(60, 30);
    window.awaitThat(() -> window.flow().commands().undoName().get().equals("Move the note"));
    window.awaitThat(() -> window.find("note-anna").getLayoutX() == note().area().x());
    assertThat(note().area().x()).isEqualTo(before.area().x() + 104);
    assertThat(note().area().width()).isEqualTo(before.area().width());
    assertThat(window.onScreen(() -> window.scene().getRoot().lookupAll(".note:selected")))
        .hasSize(1);

    Node shown = window.find("note-anna");
    Point2D corner = shown.localToScreen(note().area().width() - 4.0, note().area().height() - 4.0);
    robot.drag(corner, MouseButton.PRIMARY).dropBy(60, 60);
    window.awaitThat(() -> window.flow().commands().undoName().get().equals("Resize the note"));
    assertThat(note().area().width()).isEqualTo(before.area().width() + 104);
    window.picture("note-chosen");

    window.act("edit.undo");
    window.act("edit.undo");
    assertThat(note()).isEqualTo(before);
  }

  @Test
  void byKeysANoteIsReachedMovedWrittenColouredAndDeleted(FxRobot robot) throws Exception {
    window.open(withNote(""));
    FlowNote before = note();

    window.act("arrange.next-note");
    window.awaitThat(() -> window.find("note-tools").isVisible());
    robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
    window.awaitThat(() -> note().area().x() == before.area().x() + 8);
    robot
        .press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN)
        .release(KeyCode.DOWN, KeyCode.SHIFT, KeyCode.ALT);
    window.awaitThat(() -> note().area().height() == before.area().height() + 8);
    window.act("arrange.note-colour");
    window.awaitThat(() -> window.find("note-anna").getStyleClass().contains("blue"));

    press(robot, KeyCode.ENTER);
    window.awaitThat(() -> window.find("note-field").isFocused());
    robot.write(" or Bert");
    press(robot, KeyCode.ESCAPE);
    window.awaitThat(() -> note().text().equals("Ask Anna or Bert"));

    press(robot, KeyCode.DELETE);
    window.awaitThat(() -> window.seek("#note-anna").isEmpty());
    assertThat(window.flow().document().text()).doesNotContain("designer");
    assertThat(window.find("note-tools").isVisible()).isFalse();
  }

  @Test
  void aNoteIsRecolouredByItsToolsAndWrittenByTwoClicks(FxRobot robot) throws Exception {
    window.open(withNote(""));

    robot.clickOn(centre("note-anna"));
    window.awaitThat(() -> window.find("note-tools").isVisible());
    robot.clickOn("#note-green");
    window.awaitThat(() -> note().colour() == FlowNote.Colour.GREEN);
    window.picture("note-green");

    robot.doubleClickOn(centre("note-anna"));
    window.awaitThat(() -> window.find("note-field").isFocused());
    robot.write("!");
    robot.clickOn(onCanvas(8, 8));
    window.awaitThat(() -> note().text().equals("Ask Anna!"));
    assertThat(window.find("note-field").isVisible()).isFalse();
  }

  @Test
  void aNoteIsFoundAndShown(FxRobot robot) throws Exception {
    window.open(withNote(""));
    window.act("edit.find");
    window.awaitThat(() -> window.find("find").isVisible());

    robot.write("ask an");
    window.awaitThat(() ->
        robot.lookup(".find .list-cell").queryAllAs(Node.class).stream()
            .anyMatch(cell -> "Ask Anna, Note in Jaffle shop".equals(cell.getAccessibleText())));
    press(robot, KeyCode.ENTER);

    window.awaitThat(() -> window.scene().getRoot().lookupAll(".note:selected").size() == 1);
  }

  @Test
  void notesAreInPicturesAndDrawnSimplyFromAfar(FxRobot robot) throws Exception {
    window.open(withNote("colour = \"red\"\n"));
    Path svg = folder.resolve("shop.svg");
    window.willChoose(svg);

    window.act("file.picture-svg");
    window.awaitThat(() -> Files.exists(svg));
    assertThat(Files.readString(svg))
        .contains("data-note=\"anna\"")
        .contains(">Note: Ask Anna<")
        .contains(">Ask Anna<");

    robot.interact(() -> {
      for (int i = 0; i < 5; i++) {
        window.context().actions().get("view.zoom-out").run();
      }
    });
    assertThat(window.find("note-anna").getParent().getParent().getParent().isVisible()).isFalse();
    window.picture("notes-from-afar");
  }

  private Path withNote(String more) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path flow = project.resolve("flows/shop.toml");
    Files.writeString(
        flow,
        Files.readString(flow)
            + """

            [[designer.notes]]
            id = "anna"
            text = "Ask Anna"
            x = 0
            y = 200
            width = 216
            height = 80
            """
            + more);
    return project;
  }

  private FlowNote note() {
    return FlowNotes.read(window.flow().document()).getFirst();
  }

  private static List<String> lines(FxRobot robot) {
    NodeQuery lines = robot.lookup(".note-line");
    return lines.queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  private Point2D centre(String id) {
    Node node = window.find(id);
    return node.localToScreen(node.prefWidth(-1) / 2, node.prefHeight(-1) / 2);
  }

  private Point2D onCanvas(double x, double y) {
    return window.find("canvas").localToScreen(x, y);
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
  }
}
