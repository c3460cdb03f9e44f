package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * Cards and edges, each card at its place, with the groups and notes around them.
 *
 * @param nodes the cards that are seen, by their ids; a collapsed group is one of them
 */
public record CanvasGraph(
    Map<TaskId, CanvasNode> nodes,
    List<CanvasEdge> edges,
    List<CanvasGroup> groups,
    List<CanvasNote> notes) {

  public static final CanvasGraph EMPTY = new CanvasGraph(Map.of(), List.of());

  public CanvasGraph {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    edges = List.copyOf(edges);
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }

  /** Cards and edges alone. */
  public CanvasGraph(Map<TaskId, CanvasNode> nodes, List<CanvasEdge> edges) {
    this(nodes, edges, List.of(), List.of());
  }

  /** The card that stands for a step. */
  public Optional<CanvasNode> find(TaskId step) {
    return Optional.ofNullable(nodes.get(step))
        .or(() ->
            groups.stream()
                .filter(group -> group.collapsed() && group.places().containsKey(step))
                .findFirst()
                .map(group -> nodes.get(group.steps().getFirst())));
  }

  Optional<CanvasGroup> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  Optional<CanvasNote> note(String id) {
    return notes.stream().filter(note -> note.id().equals(id)).findFirst();
  }

  /** This with cards moved. */
  public CanvasGraph moved(Map<TaskId, Point2D> places) {
    var moved = new LinkedHashMap<>(nodes);
    places.forEach((id, place) -> moved.computeIfPresent(id, (_, node) -> node.at(place)));
    Map<TaskId, Point2D> steps = steps(places);
    return new CanvasGraph(
        moved, edges, groups.stream().map(group -> group.moved(steps)).toList(), notes);
  }

  /** This with a note in the place of the one with its id. */
  CanvasGraph with(CanvasNote changed) {
    var others = new ArrayList<>(notes);
    others.replaceAll(note -> note.id().equals(changed.id()) ? changed : note);
    return new CanvasGraph(nodes, edges, groups, others);
  }

  /**
   * Where steps are when cards are at other places: those of a collapsed group go with its card.
   */
  Map<TaskId, Point2D> steps(Map<TaskId, Point2D> cards) {
    Map<TaskId, Point2D> steps = new LinkedHashMap<>();
    cards.forEach((id, place) -> {
      CanvasNode card = nodes.get(id);
      Optional<CanvasGroup> group =
          Optional.ofNullable(card).flatMap(CanvasNode::group).flatMap(each -> group(each.id()));
      if (card != null && group.isPresent()) {
        Point2D way = place.subtract(card.place());
        group.get().places().forEach((step, at) -> steps.put(step, at.add(way)));
      } else {
        steps.put(id, place);
      }
    });
    return steps;
  }

  /** Where all steps are, those of collapsed groups too. */
  Map<TaskId, Point2D> stepPlaces() {
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    nodes.values().stream()
        .filter(node -> !node.isGroup())
        .forEach(node -> places.put(node.id(), node.place()));
    groups.forEach(group -> places.putAll(group.places()));
    return places;
  }

  /** The smallest area with all that is seen; empty at the origin if there is nothing. */
  public Bounds bounds() {
    var all = new ArrayList<Bounds>();
    nodes.values().forEach(node -> all.add(node.bounds()));
    groups.stream().filter(group -> !group.collapsed()).forEach(group -> all.add(group.frame()));
    notes.forEach(note -> all.add(note.bounds()));
    if (all.isEmpty()) {
      return new BoundingBox(0, 0, 0, 0);
    }
    double left = all.stream().mapToDouble(Bounds::getMinX).min().orElse(0);
    double top = all.stream().mapToDouble(Bounds::getMinY).min().orElse(0);
    double right = all.stream().mapToDouble(Bounds::getMaxX).max().orElse(0);
    double bottom = all.stream().mapToDouble(Bounds::getMaxY).max().orElse(0);
    return new BoundingBox(left, top, right - left, bottom - top);
  }
}
