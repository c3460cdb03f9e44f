package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.problem.FlowId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a store remembers of batches, steps and files at one moment. */
record LedgerState(
    List<Batch> batches,
    List<StepCommit> commits,
    List<LoadedFile> files,
    List<LandedBatch> landings) {

  static final LedgerState EMPTY = new LedgerState(List.of(), List.of(), List.of(), List.of());

  LedgerState {
    batches = List.copyOf(batches);
    commits = List.copyOf(commits);
    files = List.copyOf(files);
    landings = List.copyOf(landings);
  }

  LedgerState withBatch(Batch batch) {
    return new LedgerState(
        replaced(batches, batch, old -> old.id() == batch.id()), commits, files, landings);
  }

  LedgerState withCommit(StepCommit commit) {
    return new LedgerState(
        batches,
        replaced(
            commits,
            commit,
            old ->
                old.flow().equals(commit.flow())
                    && old.step().equals(commit.step())
                    && old.batchId() == commit.batchId()),
        files,
        landings);
  }

  LedgerState withFile(LoadedFile file) {
    return new LedgerState(
        batches,
        commits,
        replaced(
            files,
            file,
            old ->
                old.flow().equals(file.flow())
                    && old.step().equals(file.step())
                    && old.batchId() == file.batchId()
                    && old.path().equals(file.path())),
        landings);
  }

  LedgerState withLanded(LandedBatch batch) {
    return new LedgerState(
        batches,
        commits,
        files,
        replaced(
            landings,
            batch,
            old ->
                old.flow().equals(batch.flow())
                    && old.landing().equals(batch.landing())
                    && old.batchId() == batch.batchId()));
  }

  LedgerState reopened(FlowId flow, long batchId) {
    return new LedgerState(
        batches.stream()
            .map(batch ->
                batch.flow().equals(flow) && batch.id() == batchId
                    ? new Batch(flow, batchId, batch.clock(), BatchStatus.OPEN)
                    : batch)
            .toList(),
        commits.stream()
            .filter(commit -> !commit.flow().equals(flow) || commit.batchId() != batchId)
            .toList(),
        files,
        landings);
  }

  private static <T> List<T> replaced(List<T> list, T item, Predicate<T> isSame) {
    var changed = new ArrayList<>(list);
    changed.removeIf(isSame);
    changed.add(item);
    return changed;
  }
}
