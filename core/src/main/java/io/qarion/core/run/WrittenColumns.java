package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.progress.OutputColumn;
import java.util.List;
import java.util.Optional;

/** Says which columns a step writes, for a history in which runs are compared. */
final class WrittenColumns {

  private WrittenColumns() {}

  /** The columns of its first dataset. */
  static List<OutputColumn> of(CompiledFlow flow, DagNode node) {
    return target(flow, node).map(dataset -> OutputColumn.of(dataset.schema())).orElse(List.of());
  }

  private static Optional<Dataset> target(CompiledFlow flow, DagNode node) {
    return switch (flow.works().get(node.id())) {
      case StepWork.Load load -> Optional.of(load.landing());
      case StepWork.Transform transform ->
          Optional.of(transform.group().instructions().getFirst().target());
      case StepWork.Check _, StepWork.Export _, StepWork.Relay _, StepWork.Call _ ->
          Optional.empty();
      case null -> Optional.empty();
    };
  }
}
