package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.SubFlowEditor;
import io.qarion.app.designer.i18n.Messages;

/** All that can be done to what the canvas shows. */
public record CanvasWork(
    CanvasEditing steps,
    Arranging places,
    NoteEditing notes,
    GroupEditing groups,
    SubFlowEditing flows) {

  /** With what steps are edited, and the rest of it made for the same canvas. */
  public static CanvasWork of(
      CanvasModel model,
      CanvasView view,
      FlowEditor editor,
      SubFlowEditor subFlows,
      CanvasEditing steps,
      Messages messages) {
    return new CanvasWork(
        steps,
        new Arranging(model, editor, messages),
        new NoteEditing(model, view, editor, messages),
        new GroupEditing(model, view, editor, messages),
        new SubFlowEditing(model, view, editor, subFlows, messages));
  }

  /** Takes away what is chosen: a note, an edge or steps. */
  void delete() {
    if (notes.chosen().isPresent()) {
      notes.delete();
    } else {
      steps.delete();
    }
  }

  /** Lets the chosen step or collapsed group be renamed where it stands. */
  void rename() {
    if (groups.isCard()) {
      groups.rename();
    } else {
      steps.rename();
    }
  }

  /** Goes into what is chosen: the words of a note, the cards of a group, settings of a step. */
  void open() {
    if (notes.chosen().isPresent()) {
      notes.edit();
    } else if (groups.isCard()) {
      groups.toggle();
    } else {
      steps.openSettings();
    }
  }

  /** Goes into a card: a collapsed group shows its cards, and a step the flow that it runs. */
  void enter(CanvasNode card) {
    if (card.isGroup()) {
      groups.open(card);
    } else {
      flows.open(card);
    }
  }

  /**
   * Moves what is chosen by some points of the grid.
   *
   * @param size whether a note is made larger instead
   */
  void nudge(int right, int down, boolean size) {
    if (notes.chosen().isPresent()) {
      notes.nudge(right, down, size);
    } else {
      places.nudge(right, down);
    }
  }
}
