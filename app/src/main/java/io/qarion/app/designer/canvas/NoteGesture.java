package io.qarion.app.designer.canvas;

import io.qarion.core.edit.FlowNote;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Chooses a note by a click, moves it by a drag, and makes it larger by a drag of its corner; a
 * second click lets its words be changed.
 */
final class NoteGesture implements Gesture {

  private static final double CORNER = 14;

  private final CanvasModel model;
  private final NoteEditing editing;
  private Optional<CanvasNote> held = Optional.empty();
  private Point2D start = Point2D.ZERO;
  private boolean sizing;
  private boolean moving;

  NoteGesture(CanvasModel model, NoteEditing editing) {
    this.model = model;
    this.editing = editing;
  }

  @Override
  public boolean begins(MouseEvent press) {
    start = canvas(press);
    held = press.getButton() == MouseButton.PRIMARY ? model.noteAt(start) : Optional.empty();
    moving = false;
    sizing =
        held.filter(note -> note.corner().distance(start) * model.viewport().get().scale() < CORNER)
            .isPresent();
    held.ifPresentOrElse(editing::choose, () -> model.chosenNote().set(Optional.empty()));
    return held.isPresent();
  }

  @Override
  public void drags(MouseEvent drag) {
    double far = canvas(drag).distance(start) * model.viewport().get().scale();
    moving = moving || far >= MoveGesture.LEAST;
    if (moving) {
      held.ifPresent(note -> model.show(note.at(area(note, drag))));
    }
  }

  @Override
  public void ends(MouseEvent release) {
    if (moving) {
      held.ifPresent(note -> editing.place(note, area(note, release)));
    } else if (release.getClickCount() == 2) {
      editing.edit();
    }
  }

  @Override
  public void cancels() {
    held.ifPresent(model::show);
  }

  private FlowNote.Area area(CanvasNote note, MouseEvent at) {
    Point2D way = canvas(at).subtract(start);
    FlowNote.Area area = note.note().area();
    return sizing
        ? note.sized(area.width() + way.getX(), area.height() + way.getY())
        : note.moved(area.x() + way.getX(), area.y() + way.getY());
  }

  private Point2D canvas(MouseEvent at) {
    return model.viewport().get().toCanvas(at.getX(), at.getY());
  }
}
