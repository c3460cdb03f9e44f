package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Cards and edges, each card at its place. */
public record CanvasGraph(Map<TaskId, CanvasNode> nodes, List<CanvasEdge> edges) {

  public static final CanvasGraph EMPTY = new CanvasGraph(Map.of(), List.of());

  public CanvasGraph {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    edges = List.copyOf(edges);
  }

  public Optional<CanvasNode> find(TaskId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** This with cards moved. */
  public CanvasGraph moved(Map<TaskId, Point2D> places) {
    var moved = new LinkedHashMap<>(nodes);
    places.forEach((id, place) -> moved.computeIfPresent(id, (_, node) -> node.at(place)));
    return new CanvasGraph(moved, edges);
  }

  /** The smallest area with all cards; empty at the origin if there is none. */
  public Bounds bounds() {
    if (nodes.isEmpty()) {
      return new BoundingBox(0, 0, 0, 0);
    }
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (CanvasNode node : nodes.values()) {
      left = Math.min(left, node.place().getX());
      top = Math.min(top, node.place().getY());
      right = Math.max(right, node.place().getX() + CanvasNode.WIDTH);
      bottom = Math.max(bottom, node.place().getY() + CanvasNode.HEIGHT);
    }
    return new BoundingBox(left, top, right - left, bottom - top);
  }
}
