package io.qarion.core.run;

import io.qarion.core.problem.Problem;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.util.List;

/**
 * How a step ended.
 *
 * @param problems why it failed, or what it warns of
 * @param reason why it was skipped; empty if it was not
 */
record StepOutcome(
    RunStatus status, StepStatistics statistics, List<Problem> problems, String reason) {

  StepOutcome {
    problems = List.copyOf(problems);
  }

  /** Whether steps that do not depend on this one must not start either. */
  boolean stopsOthers() {
    return switch (status) {
      case FAILED -> !isFailedCall() && !isFailedCheck();
      case CANCELLED -> true;
      case SUCCESS, SKIPPED, RUNNING, INTERRUPTED -> false;
    };
  }

  /** Whether the step has run a flow that failed; what that says comes after the first problem. */
  boolean isFailedCall() {
    return !problems.isEmpty() && problems.getFirst().code().equals(CallStep.FAILED);
  }

  private boolean isFailedCheck() {
    return problems.stream().allMatch(problem -> problem.code().equals(CheckStep.FAILED));
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
