package io.qarion.app.designer.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Lets one gesture run at a time: the first that a press begins. Escape stops it. */
final class GestureArbiter {

  private final List<Gesture> gestures;
  private Optional<Gesture> running = Optional.empty();

  GestureArbiter(List<Gesture> gestures) {
    this.gestures = List.copyOf(gestures);
  }

  void listen(Node node) {
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    node.addEventHandler(
        MouseEvent.MOUSE_DRAGGED, event -> running.ifPresent(gesture -> gesture.drags(event)));
    node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void pressed(MouseEvent event) {
    if (running.isEmpty()) {
      running = gestures.stream().filter(gesture -> gesture.begins(event)).findFirst();
    }
    event.consume();
  }

  private void released(MouseEvent event) {
    running.ifPresent(gesture -> gesture.ends(event));
    running = Optional.empty();
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && running.isPresent()) {
      running.get().cancels();
      running = Optional.empty();
      event.consume();
    }
  }
}
