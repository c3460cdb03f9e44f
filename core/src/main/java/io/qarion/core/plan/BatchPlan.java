package io.qarion.core.plan;

import io.qarion.core.problem.TaskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one batch does, step by step.
 *
 * @param decisions in the order of the graph
 */
public record BatchPlan(Map<TaskId, StepDecision> decisions) {

  public BatchPlan {
    decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
  }

  public StepDecision decision(TaskId step) {
    StepDecision decision = decisions.get(step);
    if (decision == null) {
      throw new IllegalArgumentException("no step " + step);
    }
    return decision;
  }

  public boolean isEmpty() {
    return decisions.values().stream().noneMatch(StepDecision::runs);
  }
}
