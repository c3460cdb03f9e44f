package io.qarion.core.run;

import io.qarion.core.problem.Problem;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.util.List;
import java.util.Set;

/**
 * How a step ended.
 *
 * @param problems why it failed, or what it warns of
 * @param reason why it was skipped; empty if it was not
 */
record StepOutcome(
    RunStatus status, StepStatistics statistics, List<Problem> problems, String reason) {

  /** What fails with one of these holds up only what comes after it. */
  private static final Set<String> LOCAL = Set.of(CheckStep.FAILED, CallStep.FAILED);

  StepOutcome {
    problems = List.copyOf(problems);
  }

  /** Whether steps that do not depend on this one must not start either. */
  boolean stopsOthers() {
    boolean isLocal =
        status == RunStatus.FAILED
            && problems.stream().allMatch(problem -> LOCAL.contains(problem.code()));
    return (status == RunStatus.FAILED || status == RunStatus.CANCELLED) && !isLocal;
  }

  static StepOutcome success(StepStatistics statistics, List<Problem> warnings) {
    return new StepOutcome(RunStatus.SUCCESS, statistics, warnings, "");
  }

  static StepOutcome failed(RunStatus status, List<Problem> problems) {
    return new StepOutcome(status, StepStatistics.NONE, problems, "");
  }

  static StepOutcome skipped(String reason) {
    return new StepOutcome(RunStatus.SKIPPED, StepStatistics.NONE, List.of(), reason);
  }
}
