package io.qarion.core.run;

import io.qarion.core.problem.Problem;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.util.List;

/**
 * How a step ended.
 *
 * @param problems why it failed, or what it warns of
 */
record StepOutcome(RunStatus status, StepStatistics statistics, List<Problem> problems) {

  StepOutcome {
    problems = List.copyOf(problems);
  }

  /** Whether steps that do not depend on this one must not start either. */
  boolean stopsOthers() {
    boolean isFailedCheck =
        status == RunStatus.FAILED
            && problems.stream().allMatch(problem -> problem.code().equals(CheckStep.FAILED));
    return status != RunStatus.SUCCESS && !isFailedCheck;
  }

  static StepOutcome success(StepStatistics statistics, List<Problem> warnings) {
    return new StepOutcome(RunStatus.SUCCESS, statistics, warnings);
  }

  static StepOutcome skipped() {
    return new StepOutcome(RunStatus.SKIPPED, StepStatistics.NONE, List.of());
  }
}
