package io.qarion.app.designer.canvas;

import io.qarion.app.designer.control.SearchList;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;

/**
 * What lies over the graph while it is edited: a wire that is being drawn, the quick list, and a
 * field for a name. Places are in pixels of the canvas.
 */
final class EditLayer extends Pane {

  private static final double LIST_WIDTH = 360;
  private static final double LIST_HEIGHT = 360;
  private static final double MARGIN = 16;
  private static final double BESIDE = 12;
  private static final double LEAST_REACH = 32;

  private final CubicCurve wire = new CubicCurve();
  private final Label note = new Label();
  private final SearchList<QuickChoice> list;
  private final TextField name = new TextField();
  private final NoteField noteField;
  private final NoteTools noteTools;
  private Consumer<String> named = _ -> {};
  private Runnable back = () -> {};
  private boolean takenWhenLeft;

  /**
   * @param done gives the keyboard back to the canvas
   */
  EditLayer(Icons icons, Messages messages, Runnable done) {
    back = done;
    setPickOnBounds(false);
    wire.getStyleClass().add("wire");
    wire.setMouseTransparent(true);
    note.getStyleClass().add("wire-note");
    note.setMouseTransparent(true);
    list = new SearchList<>("quick", messages.get("canvas.quick"), _ -> new QuickCell(icons));
    list.setId("quick-add");
    list.getStyleClass().add("quick-add");
    list.setPrefWidth(LIST_WIDTH);
    list.setOnMouseClicked(event -> event.consume());
    list.setOnMousePressed(event -> event.consume());
    name.setId("step-name");
    name.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    name.focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && name.isVisible()) {
            leave();
          }
        });
    noteField = new NoteField(messages, done);
    noteTools = new NoteTools(messages);
    getChildren().addAll(noteTools, wire, note, list, name, noteField);
    hideWire();
    list.setVisible(false);
    name.setVisible(false);
  }

  /**
   * Shows a wire that is being drawn.
   *
   * @param words why it can't end here; empty if it can
   */
  void showWire(Point2D from, Point2D to, String words) {
    double reach = Math.max(LEAST_REACH, Math.abs(to.getX() - from.getX()) / 2);
    wire.setStartX(from.getX());
    wire.setStartY(from.getY());
    wire.setControlX1(from.getX() + reach);
    wire.setControlY1(from.getY());
    wire.setControlX2(to.getX() - reach);
    wire.setControlY2(to.getY());
    wire.setEndX(to.getX());
    wire.setEndY(to.getY());
    wire.setVisible(true);
    showNote(to, words);
  }

  /** Says something beside the pointer; empty words say nothing. */
  void showNote(Point2D at, String words) {
    note.setText(words);
    note.setVisible(!words.isEmpty());
    note.relocate(at.getX() + BESIDE, at.getY() + BESIDE);
  }

  void hideWire() {
    wire.setVisible(false);
    note.setVisible(false);
  }

  /** Shows the quick list near a place. */
  void ask(Point2D at, String words, Function<String, List<QuickChoice>> source) {
    double height = Math.min(LIST_HEIGHT, getHeight() - 2 * MARGIN);
    list.setMaxHeight(height);
    list.relocate(
        within(at.getX(), getWidth() - LIST_WIDTH - MARGIN),
        within(at.getY(), getHeight() - height - MARGIN));
    list.setVisible(true);
    list.open(words, source, choice -> choice.work().run(), this::close);
  }

  private static double within(double wanted, double most) {
    return Math.max(MARGIN, Math.min(wanted, most));
  }

  /** Takes the words of a note. */
  NoteField noteField() {
    return noteField;
  }

  /** Changes the chosen note. */
  NoteTools noteTools() {
    return noteTools;
  }

  /**
   * Lets a name be typed over one that is there.
   *
   * @param what it is the name of, for those who can't see it
   */
  void name(Point2D at, double width, String old, String what, Consumer<String> wanted) {
    show(at, width, old, what, wanted);
    takenWhenLeft = true;
  }

  /** Lets a name be typed for something that is made only by Enter. */
  void newName(Point2D at, double width, String likely, String what, Consumer<String> wanted) {
    show(at, width, likely, what, wanted);
    takenWhenLeft = false;
  }

  private void show(Point2D at, double width, String old, String what, Consumer<String> wanted) {
    named = wanted;
    name.setAccessibleText(what);
    name.setText(old);
    name.setPrefWidth(width);
    name.relocate(at.getX(), at.getY());
    name.setVisible(true);
    name.requestFocus();
    name.selectAll();
  }

  /** Closes the quick list. */
  void close() {
    if (list.isVisible()) {
      list.setVisible(false);
      back.run();
    }
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      take();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      name.setVisible(false);
      back.run();
      event.consume();
    }
  }

  private void leave() {
    if (takenWhenLeft) {
      take();
    } else {
      name.setVisible(false);
    }
  }

  private void take() {
    name.setVisible(false);
    named.accept(name.getText());
    back.run();
  }
}
