package io.qarion.core.call;

import io.qarion.core.flow.Task;
import io.qarion.core.problem.FlowId;
import java.util.Optional;

/** The flow that a task runs, by the task as it is written. */
public final class CalledFlow {

  /** The type of tasks that run another flow. */
  public static final String TYPE = "flow";

  /** Their setting that says which. */
  public static final String SETTING = "flow_id";

  private CalledFlow() {}

  /** Empty for a task that runs none, or does not say which. */
  public static Optional<FlowId> of(Task task) {
    return task.type().equals(TYPE)
            && task.properties().values().get(SETTING) instanceof String id
            && !id.isBlank()
        ? Optional.of(new FlowId(id))
        : Optional.empty();
  }
}
