package io.qarion.core.run;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.quality.CheckEvaluator;
import io.qarion.core.quality.CheckResult;
import io.qarion.core.quality.CheckSeverity;
import io.qarion.core.quality.PlannedCheck;
import io.qarion.core.quality.QualitySuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The checks of one suite, one after the other or several at once, until one of them ends it. */
final class SuiteRun {

  private final QualitySuite suite;
  private final CheckEvaluator evaluator;
  private final int atOnce;
  private final long rows;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param atOnce how many checks may run at the same time where the suite lets them
   * @param rows how many rows there are to check
   */
  SuiteRun(QualitySuite suite, CheckEvaluator evaluator, int atOnce, long rows) {
    this.suite = suite;
    this.evaluator = evaluator;
    this.atOnce = suite.order() == QualitySuite.Order.PARALLEL ? Math.max(1, atOnce) : 1;
    this.rows = rows;
  }

  /**
   * Runs the checks.
   *
   * @param found hears of each result, in the order of the checks
   * @return the results of those that were begun, in the order of the checks
   */
  List<CheckResult> run(Consumer<CheckResult> found) {
    var results = new ArrayList<CheckResult>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      List<Future<Optional<CheckResult>>> running =
          suite.checks().stream().map(check -> executor.submit(() -> evaluated(check))).toList();
      for (Future<Optional<CheckResult>> each : running) {
        Optional<CheckResult> result = result(each);
        result.ifPresent(results::add);
        result.ifPresent(found);
      }
    }
    return results;
  }

  /** The result of a check; none if one before it has ended the suite. */
  private Optional<CheckResult> evaluated(PlannedCheck check) {
    if (ended.get()) {
      return Optional.empty();
    }
    try {
      CheckResult result = evaluator.evaluate(check, rows);
      if (!result.passed() && endsSuite(result)) {
        ended.set(true);
      }
      return Optional.of(result);
    } catch (QarionException e) {
      ended.set(true);
      throw e;
    }
  }

  private boolean endsSuite(CheckResult failed) {
    return suite.stopsOnFirstFailure() || failed.check().severity() == CheckSeverity.CRITICAL;
  }

  private static Optional<CheckResult> result(Future<Optional<CheckResult>> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof QarionException failure ? failure : unforeseen(e);
    }
  }

  private static QarionException interrupted(InterruptedException e) {
    return new QarionException(
        Problem.error(
            Cancellation.CODE,
            Place.UNKNOWN,
            "The checks were interrupted: " + e.getMessage(),
            ""));
  }

  private static IllegalStateException unforeseen(ExecutionException e) {
    return new IllegalStateException("a check failed in a way nobody foresaw", e.getCause());
  }
}
