package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes old batches out of landing, as {@code keep_batches} says, and knows which are gone. */
final class LandingPruning {

  private final Engine engine;
  private final CompiledFlow flow;

  LandingPruning(Engine engine, CompiledFlow flow) {
    this.engine = engine;
    this.flow = flow;
  }

  /** Keeps the newest batches of each landing; at least the last, which the next one needs. */
  void prune() {
    List<Batch> batches = successes();
    for (StepWork work : flow.works().values()) {
      if (work instanceof StepWork.Load load) {
        kept(load.settings())
            .map(kept -> batches.subList(0, Math.max(0, batches.size() - kept)))
            .filter(old -> !old.isEmpty())
            .ifPresent(old -> remove(load.landing(), old));
      }
    }
  }

  private static String setting(LoadSettings settings) {
    return settings.landing() == LoadSettings.Landing.DIRECT ? "landing" : "keep_batches";
  }

  private static String reason(LoadSettings settings) {
    return settings.landing() == LoadSettings.Landing.DIRECT
        ? "landing = \"direct\" keeps only the last"
        : settings.keepBatches().isPresent()
            ? "keep_batches says so"
            : "the table they were in was put aside";
  }

  private static Optional<Integer> kept(LoadSettings settings) {
    return switch (settings.landing()) {
      case DIRECT -> Optional.of(1);
      case TABLE -> settings.keepBatches().map(kept -> Math.max(1, kept));
    };
  }

  /** Refuses to compute batches again whose rows are not in landing any more. */
  void refuseIfPruned(List<Batch> batches) {
    flow.works()
        .forEach((step, work) -> {
          if (work instanceof StepWork.Load load) {
            batches.forEach(batch -> refuseIfPruned(step, load, batch));
          }
        });
  }

  /** Whether rows of a batch are not in landing any more. */
  boolean isPruned(Batch batch) {
    return flow.works().entrySet().stream()
        .anyMatch(entry ->
            entry.getValue() instanceof StepWork.Load load
                && isPruned(entry.getKey(), load, batch));
  }

  private boolean isPruned(TaskId step, StepWork.Load load, Batch batch) {
    long loaded =
        engine.ledger().files(flow.flow().id(), step).stream()
            .filter(file -> file.batchId() == batch.id())
            .mapToLong(LoadedFile::rows)
            .sum();
    return loaded > 0 && rows(load.landing(), batch) == 0;
  }

  private void refuseIfPruned(TaskId step, StepWork.Load load, Batch batch) {
    if (isPruned(step, load, batch)) {
      throw new QarionException(
          Problem.error(
              "batch.pruned",
              Place.of(load.settings().path() + "." + setting(load.settings())),
              "Batch %d can't be computed again: its rows were taken out of landing, since %s."
                  .formatted(batch.id(), reason(load.settings())),
              "Run with --reload, which reads its files again, or without a full refresh."));
    }
  }

  private long rows(Dataset landing, Batch batch) {
    if (engine.tableSchema(landing.physicalName()).isEmpty()) {
      return 0;
    }
    // Other columns may have been declared since and not be there yet.
    var source =
        new TransformationSource(
            "landing",
            new RowSource.Stored(landing, new BatchRange.One(batch.id())),
            Schema.of(Column.of(TechnicalColumns.BATCH_ID, PlainType.INTEGER)));
    return engine.count(Query.all(source), Map.of(), new Cancellation());
  }

  private void remove(Dataset landing, List<Batch> old) {
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      old.forEach(batch -> transaction.removeBatch(landing, batch.id()));
      transaction.commit();
    }
  }

  private List<Batch> successes() {
    return engine.ledger().batches(flow.flow().id()).stream()
        .filter(batch -> batch.status() == BatchStatus.SUCCESS)
        .toList();
  }
}
