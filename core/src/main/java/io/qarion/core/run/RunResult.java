package io.qarion.core.run;

import io.qarion.core.problem.Problem;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended.
 *
 * @param message in a sentence; empty if nothing is to be said
 * @param problems why it failed, or what it warns of
 */
public record RunResult(
    RunId run,
    RunStatus status,
    StepStatistics statistics,
    String message,
    List<Problem> problems) {

  public RunResult {
    problems = List.copyOf(problems);
  }

  /** The same with further problems. */
  RunResult with(List<Problem> further) {
    var all = new ArrayList<>(problems);
    all.addAll(further);
    return new RunResult(run, status, statistics, message, all);
  }
}
