package io.qarion.core.run;

import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.CheckOutcome;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.quality.CheckEvaluator;
import io.qarion.core.quality.CheckResult;
import io.qarion.core.quality.CheckSeverity;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.quality.QualityRecords;
import io.qarion.core.transform.TransformationInstruction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Checks rows and keeps what was found, also where the run fails for it. The number of rows is
 * noted with the step's commit, so that the next batch can be compared with it.
 */
final class CheckStep {

  /** Says that a check failed for which the run fails at its end. */
  static final String FAILED = "check.failed";

  /** Says that a check failed for which the run fails at once. */
  private static final String CRITICAL = "check.critical";

  private static final int SHOWN_ROWS = 3;

  private final RunEnvironment environment;

  /** Suites that run at the same time keep their results in the same tables. */
  private final ReentrantLock keeping = new ReentrantLock();

  CheckStep(RunEnvironment environment) {
    this.environment = environment;
  }

  StepStatistics run(StepWork.Check work, StepRun run) {
    var evaluator =
        new CheckEvaluator(
            environment.engine(), run.batch().values(), previousRows(run), run.cancellation());
    long rows = evaluator.rows(work.suite().source());
    List<CheckResult> results =
        new SuiteRun(work.suite(), evaluator, environment.maxParallel(), rows)
            .run(result -> report(result, run));
    work.records().ifPresent(records -> keep(records, work.suite().id(), results, run));
    results.stream()
        .filter(result -> !result.passed() && !result.check().severity().failsRun())
        .forEach(result -> run.warnings().add(problem(result)));
    List<Problem> failures =
        results.stream()
            .filter(result -> !result.passed() && result.check().severity().failsRun())
            .map(CheckStep::problem)
            .toList();
    if (!failures.isEmpty()) {
      throw new QarionException(failures);
    }
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      run.commit(transaction, rows, Optional.empty());
    }
    return new StepStatistics(rows, 0, 0, 0, 0, Duration.ZERO, -1, -1);
  }

  /** How many rows the step saw in the batch before. */
  private OptionalLong previousRows(StepRun run) {
    return environment.engine().ledger().commits(run.flow().id()).stream()
        .filter(commit -> commit.step().equals(run.node().id()))
        .filter(commit -> run.batch().previous().filter(id -> id == commit.batchId()).isPresent())
        .mapToLong(StepCommit::rows)
        .reduce((_, later) -> later);
  }

  private void keep(QualityRecords records, String suite, List<CheckResult> results, StepRun run) {
    keeping.lock();
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      records.datasets().forEach(transaction::prepare);
      for (TransformationInstruction instruction :
          records.instructions(run.node().id(), suite, results, run.batch())) {
        transaction.execute(instruction, run.batch());
      }
      transaction.commit();
    } finally {
      keeping.unlock();
    }
  }

  private static void report(CheckResult result, StepRun run) {
    QualityCheck check = result.check();
    run.reporter()
        .send((id, at) ->
            new RunEvent.CheckFinished(
                id,
                at,
                run.batch().batchId(),
                run.node().id(),
                new CheckOutcome(
                    check.id(),
                    check.name(),
                    check.type().text(),
                    check.severity().text(),
                    result.passed(),
                    result.rowsChecked(),
                    Math.max(0, result.rowsFailed()),
                    result.message())));
  }

  private static Problem problem(CheckResult result) {
    String rows =
        result.sample().rows().stream()
            .limit(SHOWN_ROWS)
            .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(", ")))
            .map(text -> "(" + text + ")")
            .collect(Collectors.joining(", "));
    Place place = Place.of(result.check().path());
    String message =
        "Check %s%s.".formatted(result.message(), rows.isEmpty() ? "" : ", such as " + rows);
    String fix = "Correct the data, or change the check.";
    CheckSeverity severity = result.check().severity();
    return severity.failsRun()
        ? Problem.error(severity == CheckSeverity.CRITICAL ? CRITICAL : FAILED, place, message, fix)
        : Problem.warning(FAILED, place, message, fix);
  }
}
