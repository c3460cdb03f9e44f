package io.qarion.app.designer.canvas;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.NodeState;
import io.qarion.core.dag.DagNode;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.Optional;

/** How steps stand: what is wrong with them now goes before how their last run went. */
final class StepStates {

  private StepStates() {}

  static NodeState of(FlowDocument flow, TaskId step) {
    NodeState ran = flow.runState().node(step);
    if (isOff(flow, step)) {
      return NodeState.NOT_RUN.with(NodeState.Status.OFF, "");
    }
    boolean runs =
        ran.status() == NodeState.Status.RUNNING || ran.status() == NodeState.Status.WAITING;
    return runs
        ? ran
        : mistake(flow, step)
            .map(problem -> ran.with(NodeState.Status.MISTAKEN, problem.message()))
            .orElse(ran);
  }

  private static boolean isOff(FlowDocument flow, TaskId step) {
    return flow.compiled().get().stream()
        .flatMap(made -> made.flow().tasks().stream())
        .anyMatch(task -> task.id().equals(step) && !task.enabled());
  }

  private static Optional<Problem> mistake(FlowDocument flow, TaskId step) {
    Optional<String> element =
        flow.compiled().get().flatMap(made -> made.dag().find(step)).map(DagNode::element);
    return flow.problems().stream()
        .filter(Problem::isError)
        .filter(problem -> element.filter(problem.place()::isWithin).isPresent())
        .findFirst();
  }
}
