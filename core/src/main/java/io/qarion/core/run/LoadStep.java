package io.qarion.core.run;

import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.BadRecord;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Loads the files of a batch into a landing table: all of them, or none. */
final class LoadStep {

  private final RunEnvironment environment;
  private final FileOpener opener;

  LoadStep(RunEnvironment environment) {
    this.environment = environment;
    this.opener = new FileOpener(environment.plugins(), environment.temporary());
  }

  StepStatistics run(StepWork.Load work, StepRun run) {
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      StepStatistics total = load(work, run, transaction);
      run.commit(transaction, total.rowsOut(), Optional.empty());
      return total;
    }
  }

  /** The same as part of a greater work; takes effect with the transaction. */
  StepStatistics load(StepWork.Load work, StepRun run, EngineTransaction transaction) {
    LandingWriter landing =
        transaction.landing(
            new LandingRequest(
                work.landing(), work.settings().landing(), work.rejects(), run.batch()));
    StepStatistics total = StepStatistics.NONE;
    for (PlannedFile file : run.files()) {
      LoadResult result = load(work, run, file, landing);
      refuseIfChanged(file);
      note(run, file, result, transaction);
      total = total.plus(statistics(file, result));
    }
    settleKeys(work, run, landing);
    run.warnings().addAll(landing.finish());
    transaction
        .ledger()
        .landed(
            new LandedBatch(
                run.flow().id(),
                work.landing().name(),
                run.batch().batchId(),
                TechnicalColumns.visible(work.landing().schema(), "").names(),
                work.landing().primaryKey()));
    if (work.then().isPresent()) {
      var then = new StepWork.Transform(work.then().get());
      total = total.plus(TransformStep.execute(then, run, transaction));
    }
    return total;
  }

  private LoadResult load(
      StepWork.Load work, StepRun run, PlannedFile file, LandingWriter landing) {
    LoadResult result = landing.load(opener.open(file.file(), file.shownName(), work).relation());
    if (result.rejected() > 0) {
      Problem problem = problem(file, result, work.rejects().isPresent());
      if (work.rejects().isEmpty()) {
        throw new QarionException(problem);
      }
      run.warnings().add(problem);
    }
    return result;
  }

  /** What was loaded is noted under the hash of what was planned. */
  private static void refuseIfChanged(PlannedFile planned) {
    if (!planned.isAsPlanned()) {
      throw new QarionException(
          Problem.error(
              "file.changed",
              Place.in(planned.shownName(), 0, 0),
              "The file was changed while the run went on.",
              "Wait until it is written to its end, and run it again."));
    }
  }

  private static StepStatistics statistics(PlannedFile file, LoadResult result) {
    return new StepStatistics(
        result.rows() + result.rejected(),
        result.rows(),
        result.rejected(),
        file.size(),
        0,
        Duration.ZERO,
        -1,
        -1);
  }

  private static void note(
      StepRun run, PlannedFile file, LoadResult result, EngineTransaction transaction) {
    transaction
        .ledger()
        .loaded(
            new LoadedFile(
                run.flow().id(),
                run.node().id(),
                run.batch().batchId(),
                file.shownName(),
                file.sha256(),
                file.size(),
                file.modified(),
                result.rows()));
    run.reporter()
        .send((id, at) ->
            new RunEvent.FileLoaded(
                id,
                at,
                run.batch().batchId(),
                run.node().id(),
                file.shownName(),
                result.rows(),
                result.rejected(),
                file.size()));
  }

  private static void settleKeys(StepWork.Load work, StepRun run, LandingWriter landing) {
    LoadSettings.OnDuplicateKey policy = work.settings().onDuplicateKey();
    if (policy != LoadSettings.OnDuplicateKey.FAIL) {
      landing.keepOne(policy == LoadSettings.OnDuplicateKey.KEEP_LAST);
    }
    String fix =
        run.files().size() > 1
            ? "Several files were loaded as one batch: write batching = \"per_file\" if each is a"
                + " snapshot of its own, or on_duplicate_key = \"keep_last\"."
            : "Correct the file, or write on_duplicate_key = \"keep_first\" or \"keep_last\".";
    landing.checkKeys(fix);
  }

  private static Problem problem(PlannedFile file, LoadResult result, boolean kept) {
    String places =
        result.samples().stream().map(BadRecord::toString).collect(Collectors.joining("\n  "));
    String message =
        "%,d records of %s can't be read as declared:\n  %s"
            .formatted(result.rejected(), file.shownName(), places);
    Place place = Place.in(file.shownName(), 0, 0);
    return kept
        ? Problem.warning("load.rejected", place, message, "They are in the dataset of rejects.")
        : Problem.error(
            "load.bad_records",
            place,
            message,
            "Correct the file, declare the column as string, or write on_bad_row = \"reject\".");
  }
}
