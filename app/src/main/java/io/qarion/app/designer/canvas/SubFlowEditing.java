package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.SubFlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;

/** Makes flows of steps of the canvas, and puts their steps back, by pointer and by keys. */
public final class SubFlowEditing {

  private static final double NAME_WIDTH = 220;

  private final CanvasModel model;
  private final CanvasView view;
  private final FlowEditor editor;
  private final SubFlowEditor flows;
  private final Messages messages;

  public SubFlowEditing(
      CanvasModel model,
      CanvasView view,
      FlowEditor editor,
      SubFlowEditor flows,
      Messages messages) {
    this.model = model;
    this.view = view;
    this.editor = editor;
    this.flows = flows;
    this.messages = messages;
  }

  /** Asks for the name of a flow of the chosen steps, and makes it. */
  void make() {
    Set<TaskId> steps = editor.written(model.selection().get());
    if (!steps.isEmpty()) {
      view.edits()
          .newName(
              model.viewport().get().toScreen(corner()),
              NAME_WIDTH,
              flows.freeName(likelyName(steps)),
              messages.get("sub-flow.name"),
              name -> flows.extract(steps, name));
    }
  }

  private Point2D corner() {
    List<CanvasNode> cards = model.selectedCards();
    return new Point2D(
        cards.stream().mapToDouble(card -> card.place().getX()).min().orElse(0),
        cards.stream().mapToDouble(card -> card.place().getY()).min().orElse(0));
  }

  /** The name of their group, or of the only one. */
  private String likelyName(Set<TaskId> steps) {
    CanvasGraph graph = model.graph().get();
    Optional<String> group =
        graph.groups().stream()
            .filter(each -> Set.copyOf(each.steps()).equals(steps))
            .map(CanvasGroup::name)
            .findFirst();
    Optional<String> only =
        steps.size() == 1
            ? steps.stream().findFirst().flatMap(step -> graph.find(step)).map(CanvasNode::title)
            : Optional.empty();
    return group.or(() -> only).orElse(messages.get("sub-flow.new"));
  }

  /** Puts the steps of the flow that the chosen step runs in its place. */
  void inline() {
    chosen().ifPresent(flows::inline);
  }

  /** Shows the flow that the chosen step runs. */
  void open() {
    chosen().ifPresent(flows::open);
  }

  /** Shows the flow that a step runs, if it runs one. */
  void open(CanvasNode card) {
    flows.open(card.id());
  }

  /** Whether the chosen step runs a flow. */
  boolean isCall() {
    return chosen().filter(step -> flows.called(step).isPresent()).isPresent();
  }

  private Optional<TaskId> chosen() {
    Set<TaskId> chosen = model.selection().get();
    return chosen.size() == 1 ? chosen.stream().findFirst() : Optional.empty();
  }
}
