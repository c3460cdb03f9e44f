package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Group;

/** The edges in and around what is visible. */
final class EdgeLayer extends Group {

  private final CanvasModel model;
  private final Messages messages;
  private final Map<CanvasEdge, EdgeView> shown = new HashMap<>();
  private CardStates states = new CardStates(_ -> NodeState.NOT_RUN);
  private Optional<CanvasTrace> trace = Optional.empty();

  EdgeLayer(CanvasModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setMouseTransparent(true);
  }

  Collection<EdgeView> shown() {
    return shown.values();
  }

  void show(CardStates newStates) {
    states = newStates;
    shown.keySet().forEach(this::show);
  }

  /** Shows anew what comes out of a step. */
  void showState(TaskId step) {
    Optional<TaskId> card = model.graph().get().find(step).map(CanvasNode::id);
    shown.keySet().stream()
        .filter(edge -> card.filter(edge.from()::equals).isPresent())
        .forEach(this::show);
  }

  /** Shows along which edges a column goes; empty for none. */
  void trace(Optional<CanvasTrace> way) {
    trace = way;
    shown.forEach(this::trace);
  }

  private void trace(CanvasEdge edge, EdgeView view) {
    CanvasGraph graph = model.graph().get();
    Optional<CanvasNode> from = graph.find(edge.from());
    Optional<CanvasNode> to = graph.find(edge.to());
    boolean isOn =
        from.isPresent()
            && to.isPresent()
            && trace.filter(way -> way.passes(from.get(), to.get())).isPresent();
    view.trace(isOn, trace.isPresent() && !isOn);
  }

  /** Takes the edges away that are gone, and draws the others where their cards are now. */
  void follow(CanvasGraph graph) {
    Set<CanvasEdge> there = new HashSet<>(graph.edges());
    remove(edge -> !there.contains(edge));
    shown.keySet().forEach(this::show);
  }

  /** Has the edges of an area in the scene, and no others. */
  void show(Bounds around) {
    Set<CanvasEdge> wanted = model.edgesIn(around);
    for (CanvasEdge edge : wanted) {
      if (!shown.containsKey(edge)) {
        var view = new EdgeView(edge);
        shown.put(edge, view);
        getChildren().add(view);
        view.setSelected(model.chosenEdge().get().filter(edge::equals).isPresent());
        trace(edge, view);
        show(edge);
      }
    }
    remove(edge -> !wanted.contains(edge));
  }

  /** Shows which edge is chosen. */
  void select() {
    Optional<CanvasEdge> chosen = model.chosenEdge().get();
    shown.forEach((edge, view) -> view.setSelected(chosen.filter(edge::equals).isPresent()));
  }

  private void remove(Predicate<CanvasEdge> gone) {
    shown
        .entrySet()
        .removeIf(entry -> {
          boolean goes = gone.test(entry.getKey());
          if (goes) {
            getChildren().remove(entry.getValue());
          }
          return goes;
        });
  }

  private void show(CanvasEdge edge) {
    Optional<CanvasNode> from = model.graph().get().find(edge.from());
    Optional<CanvasNode> to = model.graph().get().find(edge.to());
    EdgeView view = shown.get(edge);
    if (view != null && from.isPresent() && to.isPresent()) {
      view.show(EdgeShape.between(from.get(), to.get()), rows(from.get()));
    }
  }

  /**
   * Of a collapsed group it is only known what goes along an edge where all comes from one step.
   */
  private String rows(CanvasNode from) {
    return from.ends().size() == 1 ? CanvasTexts.rows(states.of(from), messages) : "";
  }
}
