package io.qarion.core.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.CheckOutcome;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.quality.CheckResult;
import io.qarion.core.quality.CheckSeverity;
import io.qarion.core.quality.FailingRows;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks rows; the run fails if a check of severity error or critical does. */
final class CheckStep {

  private static final int SHOWN_ROWS = 3;

  private final RunEnvironment environment;

  CheckStep(RunEnvironment environment) {
    this.environment = environment;
  }

  StepStatistics run(StepWork.Check work, StepRun run) {
    Map<String, Object> values = run.batch().values();
    long rows = environment.engine().count(Query.all(work.source()), values, run.cancellation());
    var failures = new ArrayList<Problem>();
    for (QualityCheck check : work.checks()) {
      CheckResult result = check(work, check, rows, run);
      report(result, run);
      if (!result.passed()) {
        Problem problem = problem(result);
        (check.severity().failsRun() ? failures : run.warnings()).add(problem);
        if (check.severity() == CheckSeverity.CRITICAL) {
          throw new QarionException(failures);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw new QarionException(failures);
    }
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      run.commit(transaction, 0, Optional.empty());
    }
    return new StepStatistics(rows, 0, 0, 0, 0, Duration.ZERO, -1, -1);
  }

  private CheckResult check(StepWork.Check work, QualityCheck check, long rows, StepRun run) {
    Engine engine = environment.engine();
    var problems = new ArrayList<Problem>();
    var rules = new FailingRows(check, problems::add).rules(work.source().schema());
    if (!problems.isEmpty()) {
      throw new QarionException(problems);
    }
    var sources = new ArrayList<TransformationSource>(List.of(work.source()));
    work.others().stream()
        .filter(other -> !other.alias().equals(work.source().alias()))
        .forEach(sources::add);
    Query failing = Query.of(sources, rules);
    Map<String, Object> values = run.batch().values();
    long failed = engine.count(failing, values, run.cancellation());
    boolean passed = rows == 0 || (rows - failed) >= check.threshold() * rows;
    var sample =
        engine.page(
            new PageRequest(failing, values, 0, CheckResult.SAMPLE_ROWS), run.cancellation());
    return new CheckResult(check, rows, failed, passed, sample);
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
                    check.type(),
                    check.severity().text(),
                    result.passed(),
                    result.rowsChecked(),
                    result.rowsFailed(),
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
    String message = "Check %s, such as %s.".formatted(result.message(), rows);
    String fix = "Correct the data, or change the check.";
    return result.check().severity().failsRun()
        ? Problem.error("check.failed", place, message, fix)
        : Problem.warning("check.failed", place, message, fix);
  }
}
