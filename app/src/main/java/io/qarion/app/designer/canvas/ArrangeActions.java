package io.qarion.app.designer.canvas;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.value.ObservableValue;

/** Places of cards, groups and notes for menus, shortcuts and the list of actions. */
public final class ArrangeActions {

  private final CanvasModel model;
  private final CanvasWork work;
  private final Messages messages;
  private final IntegerBinding chosen;

  public ArrangeActions(CanvasModel model, CanvasWork work, Messages messages) {
    this.model = model;
    this.work = work;
    this.messages = messages;
    // Counted once for all actions, since a drag may move thousands of chosen cards.
    chosen =
        Bindings.createIntegerBinding(
            () -> model.selectedCards().size(), model.selection(), model.graph());
  }

  /**
   * All of them.
   *
   * @param open whether a flow is shown
   */
  public List<Action> all(ObservableValue<Boolean> open) {
    var actions = new ArrayList<Action>();
    for (Alignment alignment : Alignment.values()) {
      actions.add(
          action(
              alignment.action(),
              alignment.icon(),
              "",
              atLeast(alignment.least()),
              () -> work.places().align(alignment)));
    }
    actions.add(
        action("arrange.chosen", "fth-layout", "", atLeast(2), () -> work.places().chosen()));
    actions.add(action("arrange.anew", "fth-refresh-cw", "", open, () -> work.places().anew()));
    actions.addAll(groups());
    actions.addAll(flows());
    actions.addAll(notes(open));
    return actions;
  }

  private List<Action> groups() {
    GroupEditing groups = work.groups();
    ObservableValue<Boolean> inGroup =
        Bindings.createBooleanBinding(
            () -> groups.chosen().isPresent(), model.selection(), model.graph());
    return List.of(
        action("arrange.group", "fth-folder-plus", "Shortcut+G", atLeast(1), groups::make),
        action(
            "arrange.ungroup", "fth-folder-minus", "Shortcut+Shift+G", inGroup, groups::dissolve),
        action("arrange.collapse", "fth-minimize-2", "", inGroup, groups::toggle),
        action("arrange.rename-group", "fth-edit-2", "", inGroup, groups::rename));
  }

  private List<Action> flows() {
    SubFlowEditing flows = work.flows();
    ObservableValue<Boolean> call =
        Bindings.createBooleanBinding(flows::isCall, model.selection(), model.graph());
    ObservableValue<Boolean> steps =
        Bindings.createBooleanBinding(
            () -> chosen.get() > 0 && work.steps().isPossible(), chosen, model.graph());
    return List.of(
        action("arrange.extract", "fth-package", "Shortcut+Shift+E", steps, flows::make),
        action("arrange.inline", "fth-corner-left-up", "", call, flows::inline),
        action("arrange.open-flow", "fth-external-link", "Shortcut+Shift+O", call, flows::open));
  }

  private List<Action> notes(ObservableValue<Boolean> open) {
    NoteEditing notes = work.notes();
    ObservableValue<Boolean> one =
        Bindings.createBooleanBinding(
            () -> notes.chosen().isPresent(), model.chosenNote(), model.graph());
    ObservableValue<Boolean> some = model.graph().map(graph -> !graph.notes().isEmpty());
    return List.of(
        action("arrange.add-note", "fth-file-text", "", open, notes::add),
        action("arrange.edit-note", "fth-edit-3", "", one, notes::edit),
        action("arrange.note-colour", "fth-droplet", "", one, notes::nextColour),
        action("arrange.next-note", "fth-chevrons-right", "", some, notes::next));
  }

  private ObservableValue<Boolean> atLeast(int cards) {
    return chosen.map(count -> count.intValue() >= cards);
  }

  private Action action(
      String id, String icon, String keys, ObservableValue<Boolean> enabled, Runnable handler) {
    return Action.of(messages, id, icon, keys, enabled, handler);
  }
}
