package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;

/**
 * What lies under cards and edges: the frames of groups, and notes. Only what is visible is here.
 */
final class GroundLayer extends Group {

  private final CanvasModel model;
  private final Messages messages;
  private final Group frames = new Group();
  private final Group notes = new Group();
  private final Map<String, GroupFrame> shownFrames = new LinkedHashMap<>();
  private final Map<String, NoteView> shownNotes = new LinkedHashMap<>();

  GroundLayer(CanvasModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getChildren().addAll(frames, notes);
  }

  Collection<GroupFrame> frames() {
    return shownFrames.values();
  }

  Collection<NoteView> notes() {
    return shownNotes.values();
  }

  /** Has what lies in an area in the scene, and nothing else. */
  void show(Bounds around) {
    CanvasGraph graph = model.graph().get();
    var wanted = new Wanted<GroupFrame>(frames, shownFrames);
    for (CanvasGroup group : graph.groups()) {
      if (!group.collapsed() && group.frame().intersects(around)) {
        wanted.show(group.id(), () -> new GroupFrame(group, messages), frame -> frame.show(group));
      }
    }
    wanted.removeOthers();
    var wantedNotes = new Wanted<NoteView>(notes, shownNotes);
    for (CanvasNote note : graph.notes()) {
      if (note.bounds().intersects(around)) {
        wantedNotes.show(note.id(), () -> new NoteView(note, messages), view -> view.show(note));
      }
    }
    wantedNotes.removeOthers();
    select();
  }

  /** Shows what is chosen. */
  void select() {
    shownNotes.forEach(
        (id, view) -> view.setSelected(model.chosenNote().get().filter(id::equals).isPresent()));
    shownFrames
        .values()
        .forEach(
            frame -> frame.setSelected(model.selection().get().containsAll(frame.group().steps())));
  }

  /** The views of one kind while an area is gone through. */
  private static final class Wanted<T extends Node> {

    private final Group parent;
    private final Map<String, T> shown;
    private final Set<String> ids = new HashSet<>();

    Wanted(Group parent, Map<String, T> shown) {
      this.parent = parent;
      this.shown = shown;
    }

    void show(String id, Supplier<T> maker, Consumer<T> update) {
      ids.add(id);
      T view =
          shown.computeIfAbsent(
              id,
              _ -> {
                T made = maker.get();
                parent.getChildren().add(made);
                return made;
              });
      update.accept(view);
    }

    void removeOthers() {
      shown
          .entrySet()
          .removeIf(entry -> {
            boolean away = !ids.contains(entry.getKey());
            if (away) {
              parent.getChildren().remove(entry.getValue());
            }
            return away;
          });
    }
  }
}
