package io.qarion.core.dag;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * Builds a {@link FlowDag} step by step and says at each step what is wrong. A step or dependency
 * that is wrong is reported and left out, so that the rest can still be shown.
 */
public final class FlowDagBuilder {

  private final Map<TaskId, DagNode> nodes = new LinkedHashMap<>();
  private final Map<DatasetName, TaskId> writers = new LinkedHashMap<>();
  private final Set<DatasetName> existing = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Graph<TaskId, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);

  /** Names datasets that are there before the flow starts. */
  public FlowDagBuilder existing(Iterable<DatasetName> datasets) {
    datasets.forEach(existing::add);
    return this;
  }

  /** Adds a step; a second one of the same id, or a second writer of a dataset, is reported. */
  public FlowDagBuilder step(DagNode node) {
    if (nodes.containsKey(node.id())) {
      report(
          node,
          "id",
          "task.duplicate",
          "Two tasks are named '%s'.".formatted(node.id()),
          "Give one of them another id.");
      return this;
    }
    nodes.put(node.id(), node);
    graph.addVertex(node.id());
    for (DatasetName target : node.writes()) {
      TaskId other = writers.putIfAbsent(target, node.id());
      if (other != null) {
        report(
            node,
            "target_dataset_id",
            "dataset.two_writers",
            "Tasks '%s' and '%s' both write dataset '%s'.".formatted(other, node.id(), target),
            "Give one of them another target_dataset_id.");
      }
    }
    return this;
  }

  /** Says that {@code step} starts after {@code before}; both must have been added. */
  public FlowDagBuilder dependency(TaskId step, TaskId before) {
    DagNode node = nodes.get(step);
    if (node == null) {
      throw new IllegalArgumentException("step " + step + " was not added");
    }
    if (step.equals(before)) {
      report(
          node,
          "dependencies",
          "dag.cycle",
          "Task '%s' depends on itself.".formatted(step),
          "Take it out of its own dependencies.");
    } else if (!nodes.containsKey(before)) {
      List<String> known = nodes.keySet().stream().map(TaskId::value).toList();
      problems.add(
          problem(
                  node,
                  "dependencies",
                  "task.unknown",
                  "Task '%s' depends on '%s', which does not exist.".formatted(step, before),
                  "Known tasks: " + names(nodes.keySet()) + ".")
              .with(
                  QuickFix.replacements(node.element() + ".dependencies", before.value(), known)));
    } else {
      graph.addEdge(before, step);
    }
    return this;
  }

  /** Everything found so far, in the order found. */
  public List<Problem> problems() {
    var all = new ArrayList<>(problems);
    all.addAll(cycles());
    if (all.stream().noneMatch(problem -> problem.code().equals("dag.cycle"))) {
      nodes.values().forEach(node -> checkReads(node, all));
    }
    return all;
  }

  /** The graph without the dependencies that close a cycle; see {@link #problems()} first. */
  public FlowDag build() {
    for (Set<TaskId> knot : knots()) {
      graph.removeAllEdges(
          graph.edgeSet().stream()
              .filter(edge ->
                  knot.contains(graph.getEdgeSource(edge))
                      && knot.contains(graph.getEdgeTarget(edge)))
              .toList());
    }
    return new FlowDag(nodes, graph);
  }

  private List<Problem> cycles() {
    var found = new ArrayList<Problem>();
    for (Set<TaskId> knot : knots()) {
      DagNode first = nodes.get(knot.iterator().next());
      if (first != null) {
        found.add(
            problem(
                first,
                "dependencies",
                "dag.cycle",
                "Tasks wait for each other in a circle: %s.".formatted(circle(knot)),
                "Take one of these dependencies away."));
      }
    }
    return found;
  }

  private List<Set<TaskId>> knots() {
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .filter(set -> set.size() > 1)
            .map(this::inOrderAdded)
            .toList();
  }

  private Set<TaskId> inOrderAdded(Set<TaskId> ids) {
    var ordered = new LinkedHashSet<TaskId>();
    nodes.keySet().stream().filter(ids::contains).forEach(ordered::add);
    return ordered;
  }

  /** One way round: from the first task along dependencies back to it. */
  private String circle(Set<TaskId> knot) {
    var path = new LinkedHashSet<TaskId>();
    TaskId at = knot.iterator().next();
    while (path.add(at)) {
      TaskId here = at;
      at =
          graph.outgoingEdgesOf(here).stream()
              .map(graph::getEdgeTarget)
              .filter(knot::contains)
              .findFirst()
              .orElse(here);
    }
    var names = new ArrayList<String>();
    boolean onCircle = false;
    for (TaskId id : path) {
      onCircle |= id.equals(at);
      if (onCircle) {
        names.add("'" + id + "'");
      }
    }
    names.add("'" + at + "'");
    return String.join(" → ", names);
  }

  private void checkReads(DagNode node, List<Problem> found) {
    Set<TaskId> before = upstreamOf(node.id());
    for (DatasetName source : node.reads()) {
      TaskId writer = writers.get(source);
      if (writer == null && !existing.contains(source)) {
        found.add(noWriter(node, source));
      } else if (writer != null && !writer.equals(node.id()) && !before.contains(writer)) {
        found.add(
            problem(
                node,
                "dependencies",
                "dataset.unordered",
                "Task '%s' reads dataset '%s' but does not wait for task '%s', which writes it."
                    .formatted(node.id(), source, writer),
                "Add \"" + writer + "\" to its dependencies."));
      }
    }
  }

  private Problem noWriter(DagNode node, DatasetName source) {
    List<String> known = known().stream().map(DatasetName::value).toList();
    // A task names one source or several; the fix that does not fit the text is not offered.
    List<QuickFix> fixes =
        Stream.of("source_dataset_id", "source_dataset_ids")
            .map(key -> node.element() + "." + key)
            .flatMap(key -> QuickFix.replacements(key, source.value(), known).stream())
            .toList();
    return problem(
            node,
            "source_dataset_id",
            "dataset.no_writer",
            "Task '%s' reads dataset '%s', which no task writes and no file defines."
                .formatted(node.id(), source),
            "Known datasets: " + names(known()) + ".")
        .with(fixes);
  }

  private Set<DatasetName> known() {
    var known = new LinkedHashSet<>(writers.keySet());
    known.addAll(existing);
    return known;
  }

  private Set<TaskId> upstreamOf(TaskId id) {
    var result = new LinkedHashSet<TaskId>();
    var open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      for (DefaultEdge edge : graph.incomingEdgesOf(open.removeLast())) {
        TaskId source = graph.getEdgeSource(edge);
        if (result.add(source)) {
          open.add(source);
        }
      }
    }
    return result;
  }

  private static String names(Iterable<?> things) {
    var names = new ArrayList<String>();
    things.forEach(thing -> names.add("'" + thing + "'"));
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private void report(DagNode node, String field, String code, String message, String fix) {
    problems.add(problem(node, field, code, message, fix));
  }

  private static Problem problem(
      DagNode node, String field, String code, String message, String fix) {
    return Problem.error(code, Place.of(node.element() + "." + field), message, fix);
  }
}
