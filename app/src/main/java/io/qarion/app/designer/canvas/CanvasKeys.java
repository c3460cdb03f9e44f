package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do where the canvas has the focus. */
final class CanvasKeys {

  private final CanvasModel model;
  private final CanvasView view;
  private final CanvasWork work;
  private final CanvasEditing editing;
  private boolean space;

  CanvasKeys(CanvasModel model, CanvasView view, CanvasWork work) {
    this.model = model;
    this.view = view;
    this.work = work;
    this.editing = work.steps();
  }

  void listen() {
    view.addEventHandler(KeyEvent.ANY, this::key);
    view.focusedProperty().addListener((_, _, _) -> space = false);
  }

  /** While the space bar is held the canvas is moved as a whole. */
  boolean spaceHeld() {
    return space;
  }

  private void key(KeyEvent event) {
    if (!event.getTarget().equals(view)) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      space = event.getEventType() == KeyEvent.KEY_PRESSED;
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
      typed(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && !event.isShortcutDown()) {
      pressed(event);
    }
  }

  private void pressed(KeyEvent event) {
    // With Shift the focus goes back, as everywhere.
    boolean adds = event.getCode() == KeyCode.TAB && !event.isShiftDown();
    if (adds && editing.isPossible()) {
      editing.quickAdd("");
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case RIGHT, KP_RIGHT -> arrow(event, 1, 0);
      case LEFT, KP_LEFT -> arrow(event, -1, 0);
      case DOWN, KP_DOWN -> arrow(event, 0, 1);
      case UP, KP_UP -> arrow(event, 0, -1);
      case BACK_SPACE -> work.delete();
      case ENTER -> work.open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean letter = text.length() == 1 && Character.isLetter(text.charAt(0));
    if (!letter || event.isShortcutDown() || event.isAltDown() || !editing.isPossible()) {
      return;
    }
    if (text.equals("c") && !model.selection().get().isEmpty()) {
      editing.askConnect();
    } else {
      editing.quickAdd(text);
    }
    event.consume();
  }

  /** With Alt an arrow moves what is chosen, with Shift too it makes a note larger. */
  private void arrow(KeyEvent event, int right, int down) {
    if (!event.isAltDown()) {
      walk(right, down);
    } else {
      work.nudge(right, down, event.isShiftDown());
    }
  }

  private void walk(int right, int down) {
    Optional<TaskId> from = model.selection().get().stream().findFirst();
    Optional<TaskId> to =
        from.isEmpty()
            ? model.graph().get().nodes().keySet().stream().findFirst()
            : model.neighbour(from.get(), right, down);
    to.ifPresent(step -> {
      model.graph().get().find(step).ifPresent(model::choose);
      if (!model.isVisible(step, view.getWidth(), view.getHeight())) {
        model.centre(step, view.getWidth(), view.getHeight());
      }
    });
  }
}
