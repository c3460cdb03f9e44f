package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dag.DagNode;
import io.qarion.core.edit.FlowNote;
import io.qarion.core.edit.StepGroup;
import io.qarion.core.flow.Task;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;

/** Makes cards and edges of a flow, those of steps that are switched off too. */
final class GraphMaker {

  private final CompiledFlow flow;
  private final Messages messages;

  GraphMaker(CompiledFlow flow, Messages messages) {
    this.flow = flow;
    this.messages = messages;
  }

  /** The graph, laid out, with what the file keeps of groups and notes. */
  CanvasGraph graph(StepPlaces places, List<StepGroup> groups, List<FlowNote> notes) {
    Map<TaskId, CanvasNode> cards = cards();
    List<CanvasEdge> edges = edges(cards);
    places
        .of(cards.keySet(), edges, groups)
        .forEach((id, place) -> cards.computeIfPresent(id, (_, card) -> card.at(place)));
    return new GroupedGraph(cards, edges, messages)
        .with(groups, notes.stream().map(CanvasNote::new).toList());
  }

  private Map<TaskId, CanvasNode> cards() {
    var summaries = new NodeSummaries(flow, messages);
    Map<TaskId, CanvasNode> cards = new LinkedHashMap<>();
    for (DagNode node : flow.dag().steps()) {
      cards.put(
          node.id(),
          new CanvasNode(
              node.id(), node.title(), node.type().text(), summaries.of(node), Point2D.ZERO));
    }
    for (Task task : flow.flow().tasks()) {
      if (!task.enabled()) {
        cards.putIfAbsent(
            task.id(),
            new CanvasNode(
                task.id(), task.title(), task.type(), messages.get("node.off"), Point2D.ZERO));
      }
    }
    return cards;
  }

  private List<CanvasEdge> edges(Map<TaskId, CanvasNode> cards) {
    List<CanvasEdge> edges = new ArrayList<>();
    for (DagNode node : flow.dag().steps()) {
      flow.dag()
          .dependencies(node.id())
          .forEach(before -> edges.add(new CanvasEdge(before, node.id())));
    }
    for (Task task : flow.flow().tasks()) {
      for (TaskId before : task.dependencies()) {
        var edge = new CanvasEdge(before, task.id());
        boolean off = flow.dag().find(before).isEmpty() || flow.dag().find(task.id()).isEmpty();
        if (off && cards.containsKey(before) && cards.containsKey(task.id())) {
          edges.add(edge);
        }
      }
    }
    return edges;
  }
}
