package io.qarion.app.designer.canvas;

import io.qarion.core.edit.StepGroup;
import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.HashMap;
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
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places steps in layers from left to right. Takes time for large graphs. */
public final class GraphLayout {

  static final double GRID = 8;
  static final double BETWEEN_LAYERS = 56;
  static final double BETWEEN_NODES = 32;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** Lays two steps out: the first time takes a second, which the start of the window covers. */
  static Map<TaskId, Point2D> warmedUp() {
    var first = new TaskId("first");
    var second = new TaskId("second");
    return new GraphLayout()
        .place(List.of(first, second), List.of(new CanvasEdge(first, second)), List.of());
  }

  /** Places for all steps, those of a group side by side. */
  public Map<TaskId, Point2D> place(
      Collection<TaskId> steps, List<CanvasEdge> edges, List<StepGroup> groups) {
    ElkNode root = ElkGraphUtil.createGraph();
    layered(root);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    if (!groups.isEmpty()) {
      root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    }
    Map<TaskId, ElkNode> nodes = nodes(root, steps, groups);
    for (CanvasEdge edge : edges) {
      ElkNode from = nodes.get(edge.from());
      ElkNode to = nodes.get(edge.to());
      if (from != null && to != null) {
        ElkGraphUtil.createSimpleEdge(from, to);
      }
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    nodes.forEach((step, node) -> places.put(step, place(node, root)));
    return places;
  }

  private static void layered(ElkNode of) {
    of.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    of.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    of.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    of.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
  }

  /** A step that several groups list is in the first of them. */
  private static Map<TaskId, ElkNode> nodes(
      ElkNode root, Collection<TaskId> steps, List<StepGroup> groups) {
    Map<TaskId, ElkNode> parents = new HashMap<>();
    for (StepGroup group : groups) {
      if (group.steps().stream().anyMatch(steps::contains)) {
        ElkNode frame = ElkGraphUtil.createNode(root);
        layered(frame);
        frame.setProperty(
            CoreOptions.PADDING,
            new ElkPadding(
                CanvasGroup.TITLE + CanvasGroup.AROUND / 2,
                CanvasGroup.AROUND,
                CanvasGroup.AROUND,
                CanvasGroup.AROUND));
        group.steps().forEach(step -> parents.putIfAbsent(step, frame));
      }
    }
    Map<TaskId, ElkNode> nodes = new LinkedHashMap<>();
    for (TaskId step : steps) {
      ElkNode node = ElkGraphUtil.createNode(parents.getOrDefault(step, root));
      node.setDimensions(CanvasNode.WIDTH, CanvasNode.HEIGHT);
      node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
      nodes.put(step, node);
    }
    return nodes;
  }

  private static Point2D place(ElkNode node, ElkNode root) {
    double x = 0;
    double y = 0;
    for (ElkNode at = node; !at.equals(root); at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return snapped(x, y);
  }

  /** The nearest point of the grid. */
  static Point2D snapped(double x, double y) {
    return new Point2D(Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID);
  }
}
