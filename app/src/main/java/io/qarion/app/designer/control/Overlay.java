package io.qarion.app.designer.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * Something that lies over the whole window while it is asked for. Escape closes it, and the
 * keyboard goes on where it was.
 */
public class Overlay extends StackPane {

  private Optional<Node> before = Optional.empty();

  /** Begins, not to be seen yet. */
  protected final void begin(String id, String... styles) {
    setId(id);
    getStyleClass().addAll(styles);
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Closes where it is clicked beside what lies on it. */
  protected final void closeBeside() {
    setOnMouseClicked(event -> {
      if (event.getTarget().equals(this)) {
        dismiss();
      }
    });
  }

  /** What Escape does. */
  protected void dismiss() {
    close();
  }

  /** Comes to be seen; who opens it says where the keyboard goes. */
  protected final void appear() {
    before = Optional.ofNullable(getScene().getFocusOwner());
    setVisible(true);
  }

  /** Whether Escape closes this before what lies on it hears of it. */
  protected boolean takesEscapeFirst() {
    return true;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && takesEscapeFirst()) {
      dismiss();
      event.consume();
    }
  }

  /** Goes away without doing anything. */
  protected final void close() {
    if (isVisible()) {
      setVisible(false);
      before.ifPresent(Node::requestFocus);
    }
  }
}
