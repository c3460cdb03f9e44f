package io.qarion.core.edit;

import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where steps stand on the canvas, as the flow's file keeps it: {@code [designer.nodes.<id>]}. */
public final class StepGeometry {

  private static final TomlPath NODES = TomlPath.of("designer", "nodes");

  private StepGeometry() {}

  /** The upper left corner of a card, in the canvas's own units. */
  public record Place(double x, double y) {}

  /** The places of all steps that have one. */
  public static Map<TaskId, Place> places(TomlDocument document) {
    var places = new LinkedHashMap<TaskId, Place>();
    document
        .find(NODES)
        .filter(TomlTableNode.class::isInstance)
        .map(TomlTableNode.class::cast)
        .ifPresent(nodes ->
            nodes
                .children()
                .forEach((id, node) ->
                    place(node).ifPresent(place -> places.put(new TaskId(id), place))));
    return places;
  }

  private static Optional<Place> place(TomlNode node) {
    return node instanceof TomlTableNode table
        ? number(table, "x").flatMap(x -> number(table, "y").map(y -> new Place(x, y)))
        : Optional.empty();
  }

  private static Optional<Double> number(TomlTableNode table, String key) {
    return table.real(key).or(() -> table.whole(key).map(Long::doubleValue));
  }

  /** Puts a step at a place, in whole units. */
  public static TomlDocument put(TomlDocument document, TaskId step, Place place) {
    TomlPath path = NODES.key(step.value());
    return document
        .set(path.key("x"), TomlValue.of(Math.round(place.x())))
        .set(path.key("y"), TomlValue.of(Math.round(place.y())));
  }

  /** Lets the layout place all steps again. */
  public static TomlDocument forget(TomlDocument document) {
    return SourceEdits.removed(document, NODES);
  }

  static Map<TaskId, Place> places(TomlDocument document, Collection<TaskId> steps) {
    Map<TaskId, Place> places = places(document);
    places.keySet().retainAll(steps);
    return places;
  }

  /** The middle of the steps that have places. */
  static Optional<Place> middle(TomlDocument document, Collection<TaskId> steps) {
    Collection<Place> places = places(document, steps).values();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Place(
                places.stream().mapToDouble(Place::x).average().orElseThrow(),
                places.stream().mapToDouble(Place::y).average().orElseThrow()));
  }

  /** The other text with the places that steps have in this. */
  static TomlDocument carried(TomlDocument document, TomlDocument into, Collection<TaskId> steps) {
    TomlDocument carried = into;
    for (var entry : places(document, steps).entrySet()) {
      carried = put(carried, entry.getKey(), entry.getValue());
    }
    return carried;
  }

  static TomlDocument without(TomlDocument document, TaskId step) {
    return SourceEdits.removed(document, NODES.key(step.value()));
  }

  static TomlDocument renamed(TomlDocument document, TaskId from, TaskId to) {
    TomlPath path = NODES.key(from.value());
    return document.find(path).isPresent() ? document.rename(path, to.value()) : document;
  }
}
