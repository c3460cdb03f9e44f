package io.qarion.app.designer.control;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Lets one of several things that stand below each other be dragged to another place among them; a
 * mark shows where it will be. Escape stops it.
 *
 * @param <T> what is dragged
 */
public final class ReorderDrag<T> extends StackPane {

  private static final double LEAST = 4;
  private static final double THICK = 2;

  private final Region content;
  private final Lines<T> lines;
  private final Region mark = new Region();
  private final EventHandler<KeyEvent> escape = this::key;
  private Optional<T> held = Optional.empty();
  private double pressed;
  private boolean dragging;

  /** What stands below each other, as it is now. */
  public interface Lines<T> {

    /** The place of one among them, from 0. */
    int index(T line);

    /** Shows that one is being dragged, or is no more. */
    void setDragged(T line, boolean dragged);

    /** How many stand above a height in the scene. */
    int above(double sceneY);

    /** Brings what lies at a height in the scene into sight. */
    void scroll(double sceneY);

    /** Where the mark stands above which there are so many, in the content; empty out of sight. */
    OptionalDouble markAt(int above);

    /**
     * Moves one.
     *
     * @param to the place that it then has
     */
    void move(T line, int to);
  }

  /**
   * @param content shows the lines
   * @param markId names the mark in the scene
   */
  public ReorderDrag(Region content, String markId, Lines<T> lines) {
    this.content = content;
    this.lines = lines;
    mark.setId(markId);
    mark.getStyleClass().add("drop-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    mark.setVisible(false);
    getChildren().addAll(content, mark);
  }

  /**
   * Lets something be taken by a part of it.
   *
   * @param what is taken there now; empty for what can't be moved
   */
  public void watch(Node handle, Supplier<Optional<T>> what) {
    handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(what.get(), event));
    handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    handle.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
  }

  private void press(Optional<T> line, MouseEvent event) {
    held = event.getButton() == MouseButton.PRIMARY ? line : Optional.empty();
    pressed = event.getSceneY();
    dragging = false;
  }

  private void drag(MouseEvent event) {
    if (held.isEmpty()) {
      return;
    }
    if (!dragging && Math.abs(event.getSceneY() - pressed) >= LEAST) {
      dragging = true;
      lines.setDragged(held.get(), true);
      getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    if (dragging) {
      lines.scroll(event.getSceneY());
      show(held.get(), lines.above(event.getSceneY()));
    }
    event.consume();
  }

  private void release(MouseEvent event) {
    Optional<T> moved = dragging ? held : Optional.empty();
    int above = lines.above(event.getSceneY());
    end();
    moved.ifPresent(line -> {
      int from = lines.index(line);
      int to = to(above, from);
      if (to != from) {
        lines.move(line, to);
      }
    });
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void end() {
    if (dragging) {
      getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    held.ifPresent(line -> lines.setDragged(line, false));
    held = Optional.empty();
    dragging = false;
    mark.setVisible(false);
  }

  /** It is no longer where it was once it is put back in. */
  private static int to(int above, int from) {
    return above > from ? above - 1 : above;
  }

  private void show(T line, int above) {
    int from = lines.index(line);
    OptionalDouble y = lines.markAt(above);
    mark.setVisible(y.isPresent() && to(above, from) != from);
    y.ifPresent(at ->
        mark.resizeRelocate(
            content.getLayoutX(),
            content.getLayoutY() + at - THICK / 2,
            content.getWidth(),
            THICK));
  }
}
