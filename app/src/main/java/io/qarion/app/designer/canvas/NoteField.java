package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.FlowNote;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Takes the words of a note where it lies. Enter begins a line; Escape, Control with Enter, or
 * going elsewhere ends, and what was written is kept.
 */
final class NoteField extends TextArea {

  private static final double LEAST_WIDTH = 160;
  private static final double LEAST_HEIGHT = 72;

  private final Runnable back;
  private Consumer<String> taken = _ -> {};

  /**
   * @param back gives the keyboard back to the canvas
   */
  NoteField(Messages messages, Runnable back) {
    this.back = back;
    setId("note-field");
    setAccessibleText(messages.get("note.field"));
    setPromptText(messages.get("note.prompt"));
    setWrapText(true);
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    // What is pressed here is none of the canvas's gestures.
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            take();
          }
        });
  }

  /**
   * Opens over a note.
   *
   * @param pixels that the note covers
   */
  void open(Bounds pixels, FlowNote.Colour colour, String text, Consumer<String> wanted) {
    take();
    taken = wanted;
    getStyleClass().setAll("text-input", "text-area", "note-field", colour.text());
    setText(text);
    relocate(pixels.getMinX(), pixels.getMinY());
    setPrefSize(
        Math.max(LEAST_WIDTH, pixels.getWidth()), Math.max(LEAST_HEIGHT, pixels.getHeight()));
    setVisible(true);
    requestFocus();
    end();
  }

  private void typed(KeyEvent event) {
    boolean ends =
        event.getCode() == KeyCode.ESCAPE
            || (event.getCode() == KeyCode.ENTER && event.isShortcutDown());
    if (ends) {
      take();
      back.run();
      event.consume();
    }
  }

  private void take() {
    if (isVisible()) {
      setVisible(false);
      taken.accept(getText().strip());
    }
  }
}
