package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places steps in layers from left to right. Takes time for large graphs. */
public final class GraphLayout {

  private static final double GRID = 8;
  private static final double BETWEEN_LAYERS = 56;
  private static final double BETWEEN_NODES = 32;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** Lays two steps out: the first time takes a second, which the start of the window covers. */
  static Map<TaskId, Point2D> warmedUp() {
    var first = new TaskId("first");
    var second = new TaskId("second");
    return new GraphLayout()
        .place(List.of(first, second), List.of(new CanvasEdge(first, second)), Map.of());
  }

  /**
   * Places for all steps.
   *
   * @param placed where the user has put some; they stay there
   */
  public Map<TaskId, Point2D> place(
      Collection<TaskId> steps, List<CanvasEdge> edges, Map<TaskId, Point2D> placed) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    Map<TaskId, ElkNode> nodes = new LinkedHashMap<>();
    for (TaskId step : steps) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(CanvasNode.WIDTH, CanvasNode.HEIGHT);
      node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
      nodes.put(step, node);
    }
    for (CanvasEdge edge : edges) {
      ElkNode from = nodes.get(edge.from());
      ElkNode to = nodes.get(edge.to());
      if (from != null && to != null) {
        ElkGraphUtil.createSimpleEdge(from, to);
      }
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    nodes.forEach((step, node) ->
        places.put(step, placed.getOrDefault(step, snapped(node.getX(), node.getY()))));
    return places;
  }

  /** The nearest point of the grid. */
  static Point2D snapped(double x, double y) {
    return new Point2D(Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID);
  }
}
