package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A note on the canvas. */
final class NoteView extends VBox {

  /** What its style leaves around the words. */
  static final double PADDING = 12;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double LINE = 18;
  private static final double GRIP = 10;

  /** As its style says. */
  private static final Font WORDS = Font.font("Inter", 13);

  private final Messages messages;
  private final Polygon grip = new Polygon(GRIP, 0, GRIP, GRIP, 0, GRIP);
  private CanvasNote shown;

  NoteView(CanvasNote note, Messages messages) {
    this.messages = messages;
    this.shown = note;
    setId("note-" + note.id());
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    grip.getStyleClass().add("note-grip");
    grip.setManaged(false);
    write();
  }

  CanvasNote note() {
    return shown;
  }

  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void show(CanvasNote note) {
    if (!note.equals(shown)) {
      shown = note;
      write();
    }
  }

  private void write() {
    getStyleClass().setAll("note", shown.note().colour().text());
    setAccessibleText(messages.get("note.says", shown.note().text()));
    Bounds area = shown.bounds();
    relocate(area.getMinX(), area.getMinY());
    setMinSize(area.getWidth(), area.getHeight());
    setPrefSize(area.getWidth(), area.getHeight());
    setMaxSize(area.getWidth(), area.getHeight());
    int most = Math.max(1, (int) ((area.getHeight() - PADDING) / LINE));
    getChildren().clear();
    for (String line :
        NoteLines.of(shown.note().text(), NoteView::width, area.getWidth() - 2 * PADDING, most)) {
      var label = new Label(line);
      label.getStyleClass().add("note-line");
      label.setMinHeight(LINE);
      getChildren().add(label);
    }
    grip.relocate(area.getWidth() - GRIP - 2, area.getHeight() - GRIP - 2);
    getChildren().add(grip);
  }

  private static double width(String words) {
    var text = new Text(words);
    text.setFont(WORDS);
    return text.getLayoutBounds().getWidth();
  }
}
