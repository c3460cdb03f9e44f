package io.qarion.plugins.flows.common;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AtomicGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A transformation that follows from a flow's type.
 *
 * @param reads what it has to wait for
 * @param makes the datasets it writes
 */
public record FlowStep(
    TaskId id, String title, Set<DatasetName> reads, List<Dataset> makes, AtomicGroup group) {

  public FlowStep {
    reads = Set.copyOf(reads);
    makes = List.copyOf(makes);
  }

  DagNode node() {
    return new DagNode(
        id,
        StepType.TRANSFORMATION,
        title,
        reads,
        makes.stream().map(Dataset::name).collect(Collectors.toSet()),
        "properties");
  }
}
