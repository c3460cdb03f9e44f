package io.qarion.app.designer.canvas;

import io.qarion.app.designer.action.ActionMenus;
import io.qarion.app.designer.action.Actions;
import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/** What can be done to what is under the pointer, or by keys to what is chosen, as a menu. */
final class CanvasMenu {

  private static final List<List<String>> CARD =
      List.of(
          List.of("edit.add-step", "edit.connect", "edit.settings", "run.to-here"),
          List.of("arrange.open-flow", "arrange.inline"),
          List.of("edit.rename-step", "arrange.rename-group", "edit.toggle", "edit.merge"),
          List.of("edit.cut", "edit.copy", "edit.duplicate", "edit.delete"),
          List.of(
              "arrange.group",
              "arrange.collapse",
              "arrange.ungroup",
              "arrange.extract",
              "arrange.chosen"));
  private static final List<List<String>> EDGE =
      List.of(List.of("edit.add-step"), List.of("edit.delete"));
  private static final List<List<String>> NOTE =
      List.of(List.of("arrange.edit-note", "arrange.note-colour"), List.of("edit.delete"));
  private static final List<List<String>> GROUND =
      List.of(
          List.of("edit.add-step", "file.add-data", "arrange.add-note"),
          List.of("edit.paste"),
          List.of("arrange.anew", "view.fit"));

  private final CanvasModel model;
  private final CanvasView view;
  private final Actions actions;
  private Optional<ContextMenu> shown = Optional.empty();

  CanvasMenu(CanvasModel model, CanvasView view, Actions actions) {
    this.model = model;
    this.view = view;
    this.actions = actions;
  }

  void listen() {
    view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::show);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> shown.ifPresent(ContextMenu::hide));
  }

  private void show(ContextMenuEvent event) {
    if (!event.isKeyboardTrigger()) {
      choose(model.viewport().get().toCanvas(event.getX(), event.getY()));
    }
    ContextMenu menu = ActionMenus.popup(actions, offers());
    Point2D at = event.isKeyboardTrigger() ? beside() : new Point2D(event.getX(), event.getY());
    Point2D onScreen = view.localToScreen(at);
    menu.show(view, onScreen.getX(), onScreen.getY());
    shown = Optional.of(menu);
    event.consume();
  }

  private List<List<String>> offers() {
    if (model.chosenNote().get().isPresent()) {
      return NOTE;
    }
    if (model.chosenEdge().get().isPresent()) {
      return EDGE;
    }
    return model.selection().get().isEmpty() ? GROUND : CARD;
  }

  /** What is chosen stays where it is clicked on; else what is clicked on is chosen. */
  private void choose(Point2D at) {
    Optional<CanvasNode> card = model.nodeAt(at);
    Optional<CanvasNote> note = card.isPresent() ? Optional.empty() : model.noteAt(at);
    Optional<CanvasGroup> group = card.isPresent() ? Optional.empty() : model.groupAt(at);
    Optional<CanvasEdge> edge =
        card.isPresent() || note.isPresent()
            ? Optional.empty()
            : model.edgeAt(at, EdgeGesture.REACH / model.viewport().get().scale());
    Set<TaskId> chosen = model.selection().get();
    if (card.isEmpty() && group.isEmpty()) {
      model.selection().set(Set.of());
    } else if (group.isPresent()) {
      model.selection().set(Set.copyOf(group.get().steps()));
    } else if (card.get().steps().stream().noneMatch(chosen::contains)) {
      model.choose(card.get());
    }
    model.chosenNote().set(note.map(CanvasNote::id));
    model.chosenEdge().set(edge);
  }

  /** Below the first of the chosen cards. */
  private Point2D beside() {
    return model.selectedCards().stream()
        .findFirst()
        .map(card -> new Point2D(card.bounds().getMinX(), card.bounds().getMaxY()))
        .map(model.viewport().get()::toScreen)
        .orElseGet(() -> new Point2D(view.getWidth() / 2, view.getHeight() / 2));
  }
}
