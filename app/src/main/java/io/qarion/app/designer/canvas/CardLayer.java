package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.theme.Icons;
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

/** The cards in and around what is visible. */
final class CardLayer extends Group {

  private final CanvasModel model;
  private final Icons icons;
  private final Messages messages;
  private final Map<TaskId, NodeCard> shown = new HashMap<>();
  private CardStates states = new CardStates(_ -> NodeState.NOT_RUN);
  private Optional<CanvasTrace> trace = Optional.empty();

  CardLayer(CanvasModel model, Icons icons, Messages messages) {
    this.model = model;
    this.icons = icons;
    this.messages = messages;
  }

  Collection<NodeCard> shown() {
    return shown.values();
  }

  void show(CardStates newStates) {
    states = newStates;
    shown.values().forEach(card -> card.show(states.of(card.node())));
  }

  /** Shows the state of the card of a step anew. */
  void showState(TaskId step) {
    model
        .graph()
        .get()
        .find(step)
        .map(node -> shown.get(node.id()))
        .ifPresent(card -> card.show(states.of(card.node())));
  }

  /**
   * Shows where a wire may end.
   *
   * @param from where it begins; empty while none is drawn
   */
  void light(Optional<TaskId> from, Set<TaskId> targets) {
    shown.forEach((id, card) -> {
      boolean other = from.isPresent() && !from.get().equals(id);
      card.light(other && targets.contains(id), other && !targets.contains(id));
    });
  }

  /** Shows which columns go through the cards; empty for none. */
  void trace(Optional<CanvasTrace> way) {
    trace = way;
    shown.values().forEach(card -> card.trace(way));
  }

  /** Takes the cards away whose step has changed, so that a drag costs little. */
  void follow(CanvasGraph graph) {
    remove(card -> {
      CanvasNode node = graph.nodes().get(card.node().id());
      return node == null || !node.equals(card.node().at(node.place()));
    });
  }

  /** Has the cards of an area in the scene, and no others. */
  void show(Bounds around) {
    var wanted = new HashSet<TaskId>();
    for (CanvasNode node : model.nodesIn(around)) {
      if (node.bounds().intersects(around)) {
        wanted.add(node.id());
        NodeCard card = shown.computeIfAbsent(node.id(), _ -> newCard(node));
        card.relocate(node.place().getX(), node.place().getY());
      }
    }
    remove(card -> !wanted.contains(card.node().id()));
  }

  /** Shows which cards are chosen. */
  void select() {
    shown.values().forEach(card -> card.setSelected(isChosen(card.node())));
  }

  private boolean isChosen(CanvasNode node) {
    return node.steps().stream().anyMatch(model.selection().get()::contains);
  }

  private void remove(Predicate<NodeCard> gone) {
    shown
        .values()
        .removeIf(card -> {
          boolean goes = gone.test(card);
          if (goes) {
            getChildren().remove(card);
          }
          return goes;
        });
  }

  private NodeCard newCard(CanvasNode node) {
    var card = new NodeCard(node, icons, messages);
    card.setSelected(isChosen(node));
    card.show(states.of(node));
    card.trace(trace);
    getChildren().add(card);
    return card;
  }
}
