package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.StepGroup;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;

/** Puts groups around the cards of a flow; a collapsed one takes the place of its cards. */
final class GroupedGraph {

  private final Map<TaskId, CanvasNode> cards;
  private final List<CanvasEdge> edges;
  private final Messages messages;

  /**
   * @param cards of all steps, where they stand
   */
  GroupedGraph(Map<TaskId, CanvasNode> cards, List<CanvasEdge> edges, Messages messages) {
    this.cards = cards;
    this.edges = edges;
    this.messages = messages;
  }

  /** The graph as it is seen. */
  CanvasGraph with(List<StepGroup> written, List<CanvasNote> notes) {
    List<CanvasGroup> groups = groups(written);
    Map<TaskId, TaskId> shownAs = new HashMap<>();
    Map<TaskId, CanvasNode> shown = new LinkedHashMap<>(cards);
    for (CanvasGroup group : groups) {
      if (group.collapsed()) {
        group.steps().forEach(step -> shownAs.put(step, group.steps().getFirst()));
        shown.keySet().removeAll(group.steps());
        shown.put(group.steps().getFirst(), card(group));
      }
    }
    Set<CanvasEdge> between = new LinkedHashSet<>();
    for (CanvasEdge edge : edges) {
      TaskId from = shownAs.getOrDefault(edge.from(), edge.from());
      TaskId to = shownAs.getOrDefault(edge.to(), edge.to());
      if (!from.equals(to)) {
        between.add(new CanvasEdge(from, to));
      }
    }
    return new CanvasGraph(shown, List.copyOf(between), groups, notes);
  }

  /** What is not there is left out; a step that several list is in the first. */
  private List<CanvasGroup> groups(List<StepGroup> written) {
    var groups = new ArrayList<CanvasGroup>();
    var grouped = new LinkedHashSet<TaskId>();
    for (StepGroup group : written) {
      Map<TaskId, Point2D> places = new LinkedHashMap<>();
      for (TaskId step : group.steps()) {
        CanvasNode card = cards.get(step);
        if (card != null && grouped.add(step)) {
          places.put(step, card.place());
        }
      }
      if (!places.isEmpty()) {
        groups.add(new CanvasGroup(group.id(), group.name(), places, group.collapsed()));
      }
    }
    return groups;
  }

  /** What comes out of the group is looked at first where its card is chosen. */
  private CanvasNode card(CanvasGroup group) {
    Set<TaskId> inside = group.places().keySet();
    List<TaskId> ends =
        group.steps().stream()
            .filter(step ->
                edges.stream()
                    .noneMatch(edge -> edge.from().equals(step) && inside.contains(edge.to())))
            .toList();
    var steps = new LinkedHashSet<>(ends);
    steps.addAll(group.steps());
    return new CanvasNode(
        group.steps().getFirst(),
        group.name(),
        "group",
        messages.get("group.steps", group.steps().size()),
        group.card(),
        Optional.of(
            new CanvasNode.Members(
                group.id(), List.copyOf(steps), ends.isEmpty() ? group.steps() : ends)));
  }
}
