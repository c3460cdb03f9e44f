package io.qarion.core.edit;

import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where steps stand on the canvas, as the flow's file keeps it: {@code [designer.nodes.<id>]}. */
final class StepGeometry {

  private static final TomlPath NODES = TomlPath.of("designer", "nodes");

  private StepGeometry() {}

  /** The place of a card's upper left corner, in the canvas's own units. */
  record Place(long x, long y) {}

  static Map<TaskId, Place> places(TomlDocument document, Collection<TaskId> steps) {
    var places = new LinkedHashMap<TaskId, Place>();
    for (TaskId step : steps) {
      document
          .find(NODES.key(step.value()))
          .filter(TomlTableNode.class::isInstance)
          .map(TomlTableNode.class::cast)
          .ifPresent(table ->
              number(table, "x")
                  .ifPresent(
                      x -> number(table, "y").ifPresent(y -> places.put(step, new Place(x, y)))));
    }
    return places;
  }

  private static Optional<Long> number(TomlTableNode table, String key) {
    return table.whole(key).or(() -> table.real(key).filter(Double::isFinite).map(Math::round));
  }

  /** The middle of the steps that have places. */
  static Optional<Place> middle(TomlDocument document, Collection<TaskId> steps) {
    Collection<Place> places = places(document, steps).values();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Place(
                Math.round(places.stream().mapToLong(Place::x).average().orElseThrow()),
                Math.round(places.stream().mapToLong(Place::y).average().orElseThrow())));
  }

  static TomlDocument put(TomlDocument document, TaskId step, Place place) {
    TomlPath path = NODES.key(step.value());
    return document
        .set(path.key("x"), TomlValue.of(place.x()))
        .set(path.key("y"), TomlValue.of(place.y()));
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
