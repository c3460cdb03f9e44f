package io.qarion.core.plan;

import io.qarion.core.problem.TaskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    return running().isEmpty();
  }

  /** The steps that have something to do. */
  public Set<TaskId> running() {
    return decisions.entrySet().stream()
        .filter(entry -> entry.getValue().runs())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
