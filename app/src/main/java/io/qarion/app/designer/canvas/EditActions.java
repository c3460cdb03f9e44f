package io.qarion.app.designer.canvas;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Edits of steps for menus, shortcuts and the list of actions. */
public final class EditActions {

  private final CanvasModel model;
  private final CanvasView view;
  private final CanvasWork work;
  private final CanvasEditing editing;
  private final Messages messages;

  public EditActions(CanvasModel model, CanvasView view, CanvasWork work, Messages messages) {
    this.model = model;
    this.view = view;
    this.work = work;
    this.editing = work.steps();
    this.messages = messages;
  }

  /**
   * All of them.
   *
   * @param addFile asks for files with data
   */
  public List<Action> all(Runnable addFile, ObservableValue<Boolean> open) {
    ObservableValue<Boolean> chosen = model.selection().map(steps -> !steps.isEmpty());
    ObservableValue<Boolean> something =
        Bindings.createBooleanBinding(
            () ->
                view.isFocused()
                    && (!model.selection().get().isEmpty()
                        || model.chosenEdge().get().isPresent()
                        || model.chosenNote().get().isPresent()),
            model.selection(),
            model.chosenEdge(),
            model.chosenNote(),
            view.focusedProperty());
    return List.of(
        action("file.add-data", "fth-file-plus", "", open, addFile),
        action("edit.add-step", "fth-plus", "", open, () -> editing.quickAdd("")),
        action("edit.connect", "fth-git-commit", "", chosen, editing::askConnect),
        action("edit.cut", "fth-scissors", "Shortcut+X", chosen, editing::cut),
        action("edit.copy", "fth-copy", "Shortcut+C", chosen, editing::copy),
        action("edit.paste", "fth-clipboard", "Shortcut+V", open, editing::paste),
        action("edit.duplicate", "fth-layers", "Shortcut+D", chosen, editing::duplicate),
        action("edit.delete", "fth-trash-2", "Delete", something, work::delete),
        action("edit.toggle", "fth-slash", "Shortcut+E", chosen, editing::toggle),
        action("edit.merge", "fth-git-merge", "", alone(), editing::merge),
        action("edit.rename-step", "fth-edit-2", "F2", one(), work::rename),
        action("edit.settings", "fth-sliders", "", chosen, editing::openSettings));
  }

  private ObservableValue<Boolean> alone() {
    ObservableValue<Set<TaskId>> selection = model.selection();
    return selection.map(steps -> steps.size() == 1);
  }

  /** One step, or a collapsed group. */
  private ObservableValue<Boolean> one() {
    return Bindings.createBooleanBinding(
        () -> model.selectedCards().size() == 1, model.selection(), model.graph());
  }

  private Action action(
      String id, String icon, String keys, ObservableValue<Boolean> enabled, Runnable handler) {
    return Action.of(messages, id, icon, keys, enabled, handler);
  }
}
