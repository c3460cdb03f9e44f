package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.FlowNote;
import io.qarion.core.edit.FlowNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** What can be done to the notes of a flow, by pointer and by keys. */
public final class NoteEditing {

  private static final FlowNote.Area NEW = new FlowNote.Area(0, 0, 216, 80);

  private final CanvasModel model;
  private final CanvasView view;
  private final FlowEditor editor;
  private final Messages messages;

  public NoteEditing(CanvasModel model, CanvasView view, FlowEditor editor, Messages messages) {
    this.model = model;
    this.view = view;
    this.editor = editor;
    this.messages = messages;
    view.edits().noteTools().on(this::colour, this::delete);
    model.chosenNote().addListener((_, _, _) -> showTools());
    model.graph().addListener((_, _, _) -> showTools());
    model.viewport().addListener((_, _, _) -> showTools());
  }

  /** Lets a note be written where the pointer is; without words there will be none. */
  void add() {
    Point2D at = model.viewport().get().toCanvas(view.pointer().getX(), view.pointer().getY());
    var note = new CanvasNote(new FlowNote("", "", NEW, FlowNote.Colour.YELLOW));
    FlowNote.Area area = note.moved(at.getX() - NEW.width() / 2.0, at.getY() - NEW.height() / 2.0);
    write(
        note.at(area),
        text -> {
          if (!text.isBlank()) {
            editor.draw(
                messages.get("command.note-add"),
                document -> {
                  FlowNotes.Made made = FlowNotes.add(document, text, area);
                  model.chosenNote().set(Optional.of(made.id()));
                  return made.document();
                });
          }
        });
  }

  /** Lets the words of the chosen note be changed; without words it goes. */
  void edit() {
    chosen()
        .ifPresent(note ->
            write(
                note,
                text -> {
                  if (text.isBlank()) {
                    remove(note.id());
                  } else if (!text.equals(note.note().text())) {
                    editor.draw(
                        messages.get("command.note-write"),
                        document -> FlowNotes.write(document, note.id(), text));
                  }
                }));
  }

  /** Takes the chosen note away. */
  void delete() {
    chosen().ifPresent(note -> remove(note.id()));
  }

  /** Chooses the note after the chosen one, and brings it into sight. */
  void next() {
    List<CanvasNote> notes = model.graph().get().notes();
    int index = chosen().map(notes::indexOf).orElse(-1);
    if (!notes.isEmpty()) {
      reveal(notes.get((index + 1) % notes.size()).id());
    }
  }

  /** Chooses a note and brings it into sight. */
  void reveal(String id) {
    model
        .graph()
        .get()
        .note(id)
        .ifPresent(note -> {
          choose(note);
          model.bringIntoSight(note.bounds(), view.getWidth(), view.getHeight());
        });
  }

  void choose(CanvasNote note) {
    model.selection().set(Set.of());
    model.chosenEdge().set(Optional.empty());
    model.chosenNote().set(Optional.of(note.id()));
  }

  /** Gives the chosen note another colour. */
  void colour(FlowNote.Colour colour) {
    chosen()
        .ifPresent(note ->
            editor.draw(
                messages.get("command.note-colour"),
                document -> FlowNotes.colour(document, note.id(), colour)));
  }

  /** Gives the chosen note the next colour. */
  void nextColour() {
    chosen()
        .ifPresent(note -> {
          List<FlowNote.Colour> all = List.of(FlowNote.Colour.values());
          colour(all.get((all.indexOf(note.note().colour()) + 1) % all.size()));
        });
  }

  /** Writes down where a note has been moved to, or how large it was made. */
  void place(CanvasNote note, FlowNote.Area area) {
    boolean sized =
        area.width() != note.note().area().width() || area.height() != note.note().area().height();
    editor.draw(
        messages.get(sized ? "command.note-size" : "command.note-move"),
        document -> FlowNotes.place(document, note.id(), area));
  }

  /** Moves the chosen note by some points of the grid, or makes it larger by them. */
  void nudge(int right, int down, boolean size) {
    chosen()
        .ifPresent(note -> {
          FlowNote.Area area = note.note().area();
          double x = right * GraphLayout.GRID;
          double y = down * GraphLayout.GRID;
          place(
              note,
              size
                  ? note.sized(area.width() + x, area.height() + y)
                  : note.moved(area.x() + x, area.y() + y));
        });
  }

  Optional<CanvasNote> chosen() {
    return model.chosenNote().get().flatMap(id -> model.graph().get().note(id));
  }

  private void remove(String id) {
    model.chosenNote().set(Optional.empty());
    editor.draw(messages.get("command.note-delete"), document -> FlowNotes.remove(document, id));
  }

  private void write(CanvasNote note, Consumer<String> taken) {
    view.edits().noteField().open(pixels(note), note.note().colour(), note.note().text(), taken);
  }

  private void showTools() {
    Optional<CanvasNote> note = chosen();
    note.ifPresent(shown -> view.edits().noteTools().show(pixels(shown), shown.note().colour()));
    view.edits().noteTools().setVisible(note.isPresent());
  }

  private Bounds pixels(CanvasNote note) {
    Viewport viewport = model.viewport().get();
    Bounds area = note.bounds();
    Point2D corner = viewport.toScreen(new Point2D(area.getMinX(), area.getMinY()));
    return new BoundingBox(
        corner.getX(),
        corner.getY(),
        area.getWidth() * viewport.scale(),
        area.getHeight() * viewport.scale());
  }
}
