package io.qarion.core.run;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a flow's newest batch again under its id and clock. Loads and transformations are one
 * transaction; checks and exports follow as those of a resumed batch, which it is from then on.
 *
 * <p>A dataset that is written in place, such as the state of partial deliveries, holds only what
 * the batch made of it. It is computed again from the batches before, which costs nothing while
 * batches run the ordinary way. What landing lacks for that is read from its files.
 */
final class Rerun {

  private final BatchRuns runs;
  private final RecordedFiles recorded;
  private final LandingPruning landing;

  Rerun(BatchRuns runs) {
    this.runs = runs;
    this.recorded = new RecordedFiles(runs.environment(), runs.flow());
    this.landing = new LandingPruning(runs.environment().engine(), runs.flow());
  }

  /**
   * Does the newest batch again.
   *
   * @param named the batch that the user means, where one is named
   */
  RunResult run(Optional<Long> named) {
    List<Batch> batches = runs.recorded();
    Batch batch = newest(batches, named);
    replay(batch, batches.subList(0, batches.size() - 1));
    RunResult after = runs.run();
    return after.status() == RunStatus.SUCCESS
        ? new RunResult(
            after.run(),
            after.status(),
            after.statistics(),
            "Did batch %d again.".formatted(batch.id()),
            after.problems())
        : after;
  }

  private void replay(Batch batch, List<Batch> before) {
    List<TransformationInstruction> inPlace =
        runs.instructions().stream().filter(Rerun::isInPlace).toList();
    List<Replay.Part> earlier = earlier(before, !inPlace.isEmpty());
    var own = new Replay.Part(batch, last(before), steps(), recorded.of(batch));
    try (EngineTransaction transaction = runs.environment().engine().begin(runs.cancellation())) {
      var replay = new Replay(runs, transaction);
      earlier.stream().filter(part -> !part.files().isEmpty()).forEach(replay::run);
      if (!inPlace.isEmpty()) {
        inPlace.forEach(instruction -> transaction.rebuild(instruction.target()));
        earlier.forEach(replay::runInPlace);
      }
      transaction.ledger().reopened(runs.flow().flow().id(), batch.id());
      replay.run(own);
      transaction.commit();
    }
  }

  /** The batches before that are needed, with their files where landing lacks their rows. */
  private List<Replay.Part> earlier(List<Batch> before, boolean all) {
    int from = all ? 0 : readsPrevious() ? Math.max(0, before.size() - 1) : before.size();
    var parts = new ArrayList<Replay.Part>();
    for (int i = from; i < before.size(); i++) {
      Batch batch = before.get(i);
      Map<TaskId, List<PlannedFile>> files = new LinkedHashMap<>();
      if (landing.isPruned(batch)) {
        files.putAll(recorded.of(batch));
      }
      parts.add(
          new Replay.Part(batch, last(before.subList(0, i)), List.copyOf(files.keySet()), files));
    }
    return parts;
  }

  private boolean readsPrevious() {
    return runs.instructions().stream()
        .flatMap(instruction -> instruction.query().sources().stream())
        .anyMatch(source ->
            source.rows() instanceof RowSource.Stored stored
                && stored.range() instanceof BatchRange.Previous);
  }

  private List<TaskId> steps() {
    return List.copyOf(runs.flow().works().keySet());
  }

  private static boolean isInPlace(TransformationInstruction instruction) {
    return switch (instruction.write()) {
      case Write.Merge _, Write.ReplaceKeys _, Write.ReplaceGroups _ -> true;
      case Write.Append _, Write.Replace _ -> false;
    };
  }

  private static Optional<Long> last(List<Batch> batches) {
    return batches.isEmpty() ? Optional.empty() : Optional.of(batches.getLast().id());
  }

  private static Batch newest(List<Batch> batches, Optional<Long> named) {
    if (batches.isEmpty()) {
      throw refused("No batch of this flow has ended yet.", "Run it without --rerun.");
    }
    Batch newest = batches.getLast();
    if (newest.status() == BatchStatus.OPEN) {
      throw refused(
          "Batch %d is not finished, so it can't be done again.".formatted(newest.id()),
          "Run without --rerun to resume it, or with --restart to give it up.");
    }
    if (named.isPresent() && named.get() != newest.id()) {
      throw refused(
          "Batch %d can't be done again; batch %d is the newest, and only that one can."
              .formatted(named.get(), newest.id()),
          "Write --rerun, or run with --full-refresh or --reload to do all batches again.");
    }
    return newest;
  }

  private static QarionException refused(String message, String fix) {
    return new QarionException(
        Problem.error("batch.not_newest", Place.of("--rerun"), message, fix));
  }
}
