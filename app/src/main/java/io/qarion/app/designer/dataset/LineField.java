package io.qarion.app.designer.dataset;

import java.util.function.Consumer;
import javafx.scene.control.TextField;

/** A line of text that is taken when the user leaves it or presses Enter. */
final class LineField extends TextField {

  private String shown = "";

  /**
   * @param taken gets a text that is another one than was shown
   */
  LineField(Consumer<String> taken) {
    setOnAction(_ -> take(taken));
    focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            take(taken);
          }
        });
  }

  /** Shows a text, unless the user is at it. */
  void show(String text) {
    boolean other = !text.equals(shown);
    shown = text;
    if (other || !isFocused()) {
      setText(text);
    }
  }

  private void take(Consumer<String> taken) {
    String typed = getText().strip();
    if (!typed.equals(shown)) {
      taken.accept(typed);
      // Shown again if it was not taken.
      setText(shown);
    }
  }
}
