package io.qarion.core.call;

import io.qarion.core.problem.FlowId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A task that runs another flow.
 *
 * @param condition that must hold as well, once the tasks before it are over
 * @param retries how often a failed run is tried again
 * @param retryDelay the pause before that
 * @param timeout after which one run is stopped; empty for as long as it takes
 * @param variables values for the flow's own; they win over its files
 */
public record FlowCall(
    FlowId flow,
    RunWhen runWhen,
    Optional<TaskCondition> condition,
    int retries,
    Duration retryDelay,
    Optional<Duration> timeout,
    Map<String, Object> variables) {

  /** A text that begins so stands for a variable of the flow that has the task. */
  public static final String REFERENCE = ":";

  public FlowCall {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /**
   * The values of the variables.
   *
   * @param own those of the flow that has the task
   */
  public Map<String, Object> values(Map<String, Object> own) {
    Map<String, Object> values = new LinkedHashMap<>();
    variables.forEach((name, value) -> {
      Object known =
          value instanceof String text && text.startsWith(REFERENCE)
              ? own.getOrDefault(text.substring(REFERENCE.length()), value)
              : value;
      values.put(name, known);
    });
    return values;
  }
}
