package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;

/** Where a user has put cards, as the flow's file keeps it: {@code [designer.nodes.<id>] x, y}. */
final class NodePlaces {

  private static final TomlPath NODES = TomlPath.of("designer", "nodes");

  private NodePlaces() {}

  static Map<TaskId, Point2D> read(TomlDocument document) {
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
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

  static TomlDocument write(TomlDocument document, Map<TaskId, Point2D> places) {
    TomlDocument written = document;
    for (var entry : places.entrySet()) {
      TomlPath node = NODES.key(entry.getKey().value());
      written = written.set(node.key("x"), new TomlValue.Whole((long) entry.getValue().getX()));
      written = written.set(node.key("y"), new TomlValue.Whole((long) entry.getValue().getY()));
    }
    return written;
  }

  /** Lets the layout place all steps again. */
  static TomlDocument forget(TomlDocument document) {
    return document.find(NODES).isPresent() ? document.remove(NODES) : document;
  }

  private static Optional<Point2D> place(TomlNode node) {
    return node instanceof TomlTableNode table
        ? number(table, "x").flatMap(x -> number(table, "y").map(y -> new Point2D(x, y)))
        : Optional.empty();
  }

  private static Optional<Double> number(TomlTableNode table, String key) {
    return table.real(key).or(() -> table.whole(key).map(Long::doubleValue));
  }
}
