package io.qarion.core.dag;

import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.TopologicalOrderIterator;

/** The steps of a flow and which must be over before which; free of cycles. */
public final class FlowDag {

  private final Map<TaskId, DagNode> nodes;
  private final Graph<TaskId, DefaultEdge> graph;
  private final List<DagNode> order;

  FlowDag(Map<TaskId, DagNode> nodes, Graph<TaskId, DefaultEdge> graph) {
    this.nodes = new LinkedHashMap<>(nodes);
    this.graph = new AsUnmodifiableGraph<>(graph);
    this.order = ordered();
  }

  /** The steps, each after those it depends on; otherwise as they were added. */
  public List<DagNode> steps() {
    return order;
  }

  public Optional<DagNode> find(TaskId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** The steps that this one waits for, directly. */
  public Set<TaskId> dependencies(TaskId id) {
    var result = new LinkedHashSet<TaskId>();
    graph.incomingEdgesOf(id).forEach(edge -> result.add(graph.getEdgeSource(edge)));
    return result;
  }

  /** The steps that wait for this one, directly. */
  public Set<TaskId> dependents(TaskId id) {
    var result = new LinkedHashSet<TaskId>();
    graph.outgoingEdgesOf(id).forEach(edge -> result.add(graph.getEdgeTarget(edge)));
    return result;
  }

  /** All steps that this one waits for, directly or not. */
  public Set<TaskId> upstream(TaskId id) {
    var result = new LinkedHashSet<TaskId>();
    var open = new ArrayList<>(dependencies(id));
    while (!open.isEmpty()) {
      TaskId next = open.removeLast();
      if (result.add(next)) {
        open.addAll(dependencies(next));
      }
    }
    return result;
  }

  /** All steps that wait for this one, directly or not. */
  public Set<TaskId> downstream(TaskId id) {
    var result = new LinkedHashSet<TaskId>();
    var open = new ArrayList<>(dependents(id));
    while (!open.isEmpty()) {
      TaskId next = open.removeLast();
      if (result.add(next)) {
        open.addAll(dependents(next));
      }
    }
    return result;
  }

  /** The steps by how many others must be over before them: those of one level may run together. */
  public List<List<DagNode>> levels() {
    Map<TaskId, Integer> level = new LinkedHashMap<>();
    var levels = new ArrayList<List<DagNode>>();
    for (DagNode node : order) {
      int own = 0;
      for (TaskId before : dependencies(node.id())) {
        own = Math.max(own, level.getOrDefault(before, 0) + 1);
      }
      level.put(node.id(), own);
      while (levels.size() <= own) {
        levels.add(new ArrayList<>());
      }
      levels.get(own).add(node);
    }
    return levels;
  }

  private List<DagNode> ordered() {
    var position = new LinkedHashMap<TaskId, Integer>();
    nodes.keySet().forEach(id -> position.put(id, position.size()));
    var iterator =
        new TopologicalOrderIterator<>(
            graph,
            (TaskId left, TaskId right) ->
                Integer.compare(position.getOrDefault(left, 0), position.getOrDefault(right, 0)));
    var result = new ArrayList<DagNode>();
    iterator.forEachRemaining(id -> Optional.ofNullable(nodes.get(id)).ifPresent(result::add));
    return List.copyOf(result);
  }
}
