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
 * @param keepOldTables puts tables aside that can't be gone on with, instead of refusing
 */
public record RunOptions(
    Map<String, Object> variables,
    Optional<TaskId> to,
    Processing processing,
    boolean abandonOpen,
    boolean keepOldTables) {

  public static final RunOptions DEFAULT =
      new RunOptions(Map.of(), Optional.empty(), new Processing.Incremental(), false, false);

  public RunOptions {
    variables = Map.copyOf(variables);
  }
}
