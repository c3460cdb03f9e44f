package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.StepCarrier;
import io.qarion.app.designer.edit.StepEntry;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.TransferMode;

/** Takes what is dragged onto the canvas: entries of lists, and files of other programs. */
public final class CanvasDrops {

  private final CanvasView view;
  private final CanvasEditing editing;
  private final StepCarrier carrier;
  private final Consumer<List<Path>> files;

  /**
   * @param files gets what was dropped from outside
   */
  public CanvasDrops(
      CanvasView view, CanvasEditing editing, StepCarrier carrier, Consumer<List<Path>> files) {
    this.view = view;
    this.editing = editing;
    this.carrier = carrier;
    this.files = files;
  }

  /** Begins to take. */
  public void listen() {
    view.addEventHandler(MouseDragEvent.MOUSE_DRAG_OVER, this::over);
    view.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> view.edits().hideWire());
    view.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, this::released);
    view.setOnDragOver(this::filesOver);
    view.setOnDragDropped(this::filesDropped);
  }

  private void over(MouseDragEvent event) {
    carrier
        .carried()
        .get()
        .ifPresent(
            entry -> view.edits().showNote(new Point2D(event.getX(), event.getY()), words(entry)));
  }

  private String words(StepEntry entry) {
    return editing.isPossible() ? "+ " + entry.title() : editing.whyNot();
  }

  private void released(MouseDragEvent event) {
    view.edits().hideWire();
    Optional<StepEntry> entry = carrier.carried().get();
    carrier.carried().set(Optional.empty());
    entry.ifPresent(step -> editing.drop(step, new Point2D(event.getX(), event.getY())));
    view.requestFocus();
  }

  private void filesOver(DragEvent event) {
    if (event.getDragboard().hasFiles() && editing.isPossible()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void filesDropped(DragEvent event) {
    List<Path> dropped = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    event.setDropCompleted(!dropped.isEmpty());
    event.consume();
    files.accept(dropped);
  }
}
