package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LedgerStep;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        replaced(batches, batch, old -> old.id() == batch.id() && old.flow().equals(batch.flow())),
        commits,
        files,
        landings);
  }

  /** With what is remembered of a step as that of another. */
  LedgerState handedOver(LedgerStep from, LedgerStep to, Optional<DatasetName> landing) {
    Set<Long> its =
        Stream.concat(
                commits.stream()
                    .filter(commit -> from.equals(step(commit)))
                    .map(StepCommit::batchId),
                files.stream().filter(file -> from.equals(step(file))).map(LoadedFile::batchId))
            .collect(Collectors.toSet());
    LedgerState changed =
        new LedgerState(
            batches,
            commits.stream()
                .map(commit -> from.equals(step(commit)) ? commit.of(to) : commit)
                .toList(),
            files.stream().map(file -> from.equals(step(file)) ? file.of(to) : file).toList(),
            landings.stream()
                .map(landed ->
                    landed.flow().equals(from.flow())
                            && landing.filter(landed.landing()::equals).isPresent()
                        ? landed.of(to.flow())
                        : landed)
                .toList());
    for (Batch batch : batches) {
      if (batch.flow().equals(from.flow()) && its.contains(batch.id()) && !has(to, batch)) {
        changed = changed.withBatch(batch.over(to.flow()));
      }
    }
    return changed;
  }

  private boolean has(LedgerStep step, Batch batch) {
    return batches.stream()
        .anyMatch(other -> other.flow().equals(step.flow()) && other.id() == batch.id());
  }

  private static LedgerStep step(StepCommit commit) {
    return new LedgerStep(commit.flow(), commit.step());
  }

  private static LedgerStep step(LoadedFile file) {
    return new LedgerStep(file.flow(), file.step());
  }

  List<LedgerStep> steps() {
    return Stream.concat(
            commits.stream().map(LedgerState::step), files.stream().map(LedgerState::step))
        .distinct()
        .sorted(
            Comparator.comparing((LedgerStep each) -> each.flow().value())
                .thenComparing(each -> each.step().value()))
        .toList();
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
