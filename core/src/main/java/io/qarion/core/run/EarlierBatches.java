package io.qarion.core.run;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.problem.TaskId;
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
 * Brings back what the batches before one have left.
 *
 * <p>A dataset that is written in place, such as a history of versions, holds only what the last
 * batch made of it. It is computed again from the batches before, which costs nothing while batches
 * run the ordinary way. What landing lacks for that is read from its files.
 */
final class EarlierBatches {

  private final BatchRuns runs;
  private final RecordedFiles recorded;
  private final LandingPruning landing;

  EarlierBatches(BatchRuns runs) {
    this.runs = runs;
    this.recorded = new RecordedFiles(runs.environment(), runs.flow());
    this.landing = new LandingPruning(runs.environment().engine(), runs.flow());
  }

  /** Whether a batch changes rows of those before it. */
  static boolean isInPlace(TransformationInstruction instruction) {
    return switch (instruction.write()) {
      case Write.Merge merge -> !merge.onlyAdds();
      case Write.ReplaceKeys _, Write.ReplaceGroups _ -> true;
      case Write.Append _, Write.Replace _ -> false;
    };
  }

  /** The last of some batches. */
  static Optional<Long> last(List<Batch> batches) {
    return batches.isEmpty() ? Optional.empty() : Optional.of(batches.getLast().id());
  }

  /** Makes all tables what they were after these batches, as far as the next one needs them. */
  void restore(List<Batch> before, Replay replay, EngineTransaction transaction) {
    List<TransformationInstruction> inPlace =
        runs.instructions().stream().filter(EarlierBatches::isInPlace).toList();
    List<Replay.Part> parts = parts(before, !inPlace.isEmpty());
    parts.stream().filter(part -> !part.files().isEmpty()).forEach(replay::run);
    if (!inPlace.isEmpty()) {
      inPlace.forEach(instruction -> transaction.rebuild(instruction.target()));
      parts.forEach(replay::runInPlace);
    }
  }

  /** The batches that are needed, with their files where landing lacks their rows. */
  private List<Replay.Part> parts(List<Batch> before, boolean all) {
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
}
