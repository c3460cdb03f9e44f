package io.qarion.core.edit;

import io.qarion.core.problem.TaskId;
import java.util.List;

/**
 * Steps that belong together for people; a run knows nothing of it.
 *
 * @param steps as the file lists them, which may name some that the flow doesn't have
 * @param collapsed whether they are shown as one
 */
public record StepGroup(String id, String name, List<TaskId> steps, boolean collapsed) {

  public StepGroup {
    steps = List.copyOf(steps);
  }
}
