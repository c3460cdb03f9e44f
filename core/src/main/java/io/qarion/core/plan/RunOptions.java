package io.qarion.core.plan;

import io.qarion.core.problem.TaskId;
import java.util.Map;
import java.util.Optional;

/**
 * What a user asks of a run.
 *
 * @param variables values that win over those in files
 * @param to the last step that is wanted; empty for all
 * @param abandonOpen gives up an unfinished batch instead of resuming it
 */
public record RunOptions(
    Map<String, Object> variables,
    Optional<TaskId> to,
    Processing processing,
    boolean abandonOpen) {

  public static final RunOptions DEFAULT =
      new RunOptions(Map.of(), Optional.empty(), new Processing.Incremental(), false);

  public RunOptions {
    variables = Map.copyOf(variables);
  }
}
