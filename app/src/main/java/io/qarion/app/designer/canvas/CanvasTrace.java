package io.qarion.app.designer.canvas;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.ColumnTrace;
import io.qarion.core.lineage.Derivation;
import io.qarion.core.lineage.FileEnd;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of a column through the steps of one flow.
 *
 * @param steps the columns on the way that each step makes or takes, by step
 * @param edges along which such a column goes
 */
record CanvasTrace(Map<TaskId, String> steps, Set<CanvasEdge> edges) {

  CanvasTrace {
    steps = Map.copyOf(steps);
    edges = Set.copyOf(edges);
  }

  /** The columns on the way in a card, which may stand for several steps; empty for none. */
  Optional<String> columns(CanvasNode card) {
    String all =
        card.steps().stream()
            .flatMap(step -> Optional.ofNullable(steps.get(step)).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }

  /** Whether such a column goes from one card to another. */
  boolean passes(CanvasNode from, CanvasNode to) {
    return edges.stream()
        .anyMatch(edge -> from.steps().contains(edge.from()) && to.steps().contains(edge.to()));
  }

  static CanvasTrace of(ColumnTrace trace, CompiledFlow flow) {
    var columns = new LinkedHashMap<TaskId, Set<String>>();
    var passed = new HashSet<ColumnId>(trace.columns());
    FlowId id = flow.flow().id();
    for (Derivation made :
        Stream.concat(trace.before().stream(), trace.after().stream()).toList()) {
      if (made.step().flow().equals(id)) {
        columns(columns, made.step().step()).add(made.column().column());
      }
    }
    for (FileEnd file : trace.files()) {
      if (file.step().flow().equals(id)) {
        Set<String> its = columns(columns, file.step().step());
        file.columns().stream().filter(passed::contains).map(ColumnId::column).forEach(its::add);
      }
    }
    var steps = new LinkedHashMap<TaskId, String>();
    columns.forEach((step, names) -> steps.put(step, String.join(", ", names)));
    return new CanvasTrace(steps, edges(flow.dag(), steps.keySet(), passed));
  }

  private static Set<String> columns(Map<TaskId, Set<String>> columns, TaskId step) {
    return columns.computeIfAbsent(step, _ -> new LinkedHashSet<>());
  }

  private static Set<CanvasEdge> edges(FlowDag dag, Set<TaskId> steps, Set<ColumnId> passed) {
    Set<DatasetName> datasets = passed.stream().map(ColumnId::dataset).collect(Collectors.toSet());
    return steps.stream()
        .flatMap(to ->
            dag.dependencies(to).stream()
                .filter(steps::contains)
                .filter(from -> isPassed(dag.find(from), dag.find(to), datasets))
                .map(from -> new CanvasEdge(from, to)))
        .collect(Collectors.toSet());
  }

  private static boolean isPassed(
      Optional<DagNode> from, Optional<DagNode> to, Set<DatasetName> datasets) {
    return from.isPresent()
        && to.isPresent()
        && from.get().writes().stream()
            .anyMatch(each -> datasets.contains(each) && to.get().reads().contains(each));
  }
}
