package io.qarion.app.designer.canvas;

import io.qarion.app.designer.session.NodeState;
import io.qarion.core.problem.TaskId;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/**
 * A flow as the canvas shows it at one moment, whatever becomes of it while its picture is drawn.
 *
 * @param name of the flow
 * @param stale whether the graph is older than the text
 */
record ShownFlow(String name, CanvasGraph graph, Map<TaskId, NodeState> states, boolean stale) {

  private static final double MARGIN = 32;

  ShownFlow {
    states = Map.copyOf(states);
  }

  NodeState state(TaskId step) {
    return states.getOrDefault(step, NodeState.NOT_RUN);
  }

  /** All cards and edges with a margin, on whole units. */
  Bounds area() {
    Bounds cards = graph.bounds();
    double left = cards.getMinX();
    double top = cards.getMinY();
    double right = cards.getMaxX();
    double bottom = cards.getMaxY();
    for (CanvasEdge edge : graph.edges()) {
      var from = graph.find(edge.from());
      var to = graph.find(edge.to());
      if (from.isPresent() && to.isPresent()) {
        Bounds curve = EdgeShape.between(from.get(), to.get()).bounds();
        left = Math.min(left, curve.getMinX());
        right = Math.max(right, curve.getMaxX());
      }
    }
    left = Math.floor(left - MARGIN);
    top = Math.floor(top - MARGIN);
    return new BoundingBox(
        left, top, Math.ceil(right + MARGIN) - left, Math.ceil(bottom + MARGIN) - top);
  }
}
