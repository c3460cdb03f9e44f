package io.qarion.core.dag;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import java.util.Set;

/**
 * One step of a flow.
 *
 * @param element where the step was written, such as {@code tasks[2]}; for a generated step, the
 *     table that brought it about
 */
public record DagNode(
    TaskId id,
    StepType type,
    String title,
    Set<DatasetName> reads,
    Set<DatasetName> writes,
    String element) {

  public DagNode {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
  }
}
