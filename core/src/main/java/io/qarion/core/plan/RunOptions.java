package io.qarion.core.plan;

import io.qarion.core.problem.TaskId;
import java.util.Map;
import java.util.Optional;

/**
 * What a user asks of a run.
 *
 * @param variables values that win over those in files
 * @param to the last step that is wanted; empty for all
 * @param fullRefresh computes everything again from the batches in landing
 * @param abandonOpen gives up an unfinished batch instead of resuming it
 */
public record RunOptions(
    Map<String, Object> variables, Optional<TaskId> to, boolean fullRefresh, boolean abandonOpen) {

  public static final RunOptions DEFAULT = new RunOptions(Map.of(), Optional.empty(), false, false);

  public RunOptions {
    variables = Map.copyOf(variables);
  }
}
