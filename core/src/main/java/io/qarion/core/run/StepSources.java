package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.ExecutionPlanner;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the rows that a step reads come from while nothing runs: what is stored and current, what
 * is computed of what comes before, or the first of the files that would be loaded.
 */
final class StepSources {

  private final RunEnvironment environment;
  private final KnownFiles files;
  private final CompiledFlow flow;
  private final RelatedFlows related;
  private final Set<DatasetName> asked;

  /**
   * @param files what is known of the files of steps that never ran
   * @param related other flows that are looked into for what they make
   */
  StepSources(
      RunEnvironment environment, KnownFiles files, CompiledFlow flow, RelatedFlows related) {
    this(environment, files, flow, related, Set.of());
  }

  /**
   * @param asked datasets that are being looked for, which must not be looked for again
   */
  private StepSources(
      RunEnvironment environment,
      KnownFiles files,
      CompiledFlow flow,
      RelatedFlows related,
      Set<DatasetName> asked) {
    this.environment = environment;
    this.files = files;
    this.flow = flow;
    this.related = related;
    this.asked = asked;
  }

  Query resolved(TaskId reader, Query query) {
    var sources = new ArrayList<TransformationSource>();
    query.sources().forEach(source -> sources.add(resolved(reader, source)));
    return query.withSources(sources);
  }

  TransformationSource resolved(TaskId reader, TransformationSource source) {
    return switch (source.rows()) {
      case RowSource.Stored(Dataset dataset, BatchRange range) ->
          LandedFile.as(source, stored(reader, dataset, range));
      case RowSource.Computed(Query query, Schema schema) ->
          source.withRows(new RowSource.Computed(resolved(reader, query), schema));
      case RowSource.InFile _, RowSource.Rows _, RowSource.Empty _ -> source;
    };
  }

  private RowSource stored(TaskId reader, Dataset dataset, BatchRange range) {
    Optional<TaskId> writer =
        writer(dataset.name()).filter(step -> !step.equals(reader) || isLanding(step, dataset));
    if (writer.isPresent()) {
      return written(writer.get(), dataset, range);
    }
    return related
        .maker(dataset.name())
        .filter(_ -> !asked.contains(dataset.name()))
        .map(other -> in(other, dataset.name()).made(dataset, range))
        .orElseGet(() ->
            isStored(dataset)
                ? new RowSource.Stored(dataset, range)
                : new RowSource.Empty(dataset.schema()));
  }

  /** Looks into another flow for a dataset; that may read what this one makes. */
  private StepSources in(CompiledFlow other, DatasetName dataset) {
    var all = new HashSet<>(asked);
    all.add(dataset);
    var around = new ArrayList<>(related.flows());
    around.add(flow);
    return new StepSources(
        environment, files, other, new RelatedFlows(around, related.parameters()), all);
  }

  private RowSource made(Dataset dataset, BatchRange range) {
    return written(writer(dataset.name()).orElseThrow(), dataset, range);
  }

  /** What is computed together with a load reads the landing as if it came after it. */
  private boolean isLanding(TaskId step, Dataset dataset) {
    return flow.works().get(step) instanceof StepWork.Load load
        && load.landing().name().equals(dataset.name());
  }

  private RowSource written(TaskId writer, Dataset dataset, BatchRange range) {
    StepWork work = flow.works().get(writer);
    if (work instanceof StepWork.Load load && isLanding(writer, dataset)) {
      return loaded(writer, load, range);
    }
    if (isCurrent(writer) && isStored(dataset)) {
      return new RowSource.Stored(dataset, fixed(range));
    }
    return work == null
        ? new RowSource.Empty(dataset.schema())
        : computations(work)
            .filter(instruction -> instruction.target().name().equals(dataset.name()))
            .findFirst()
            .<RowSource>map(instruction ->
                new RowSource.Computed(resolved(writer, instruction.query()), dataset.schema()))
            .orElseGet(() -> new RowSource.Empty(dataset.schema()));
  }

  private static Stream<TransformationInstruction> computations(StepWork work) {
    return switch (work) {
      case StepWork.Transform transform -> transform.group().instructions().stream();
      case StepWork.Load load ->
          load.then().stream().flatMap(group -> group.instructions().stream());
      case StepWork.Check _, StepWork.Export _, StepWork.Relay _, StepWork.Call _ -> Stream.empty();
    };
  }

  TransformationSource landing(TaskId step, StepWork.Load load) {
    return new TransformationSource(
        load.landing().name().value(),
        loaded(step, load, BatchRange.ALL),
        TechnicalColumns.visible(load.landing().schema(), ""));
  }

  /** Stored rows; those of the first file where nothing has been loaded yet. */
  private RowSource loaded(TaskId step, StepWork.Load load, BatchRange range) {
    if (isStored(load.landing())
        && !environment.engine().ledger().files(flow.flow().id(), step).isEmpty()) {
      BatchRange exact = fixed(range);
      return exact instanceof BatchRange.One(long id) && id < 0
          ? new RowSource.Empty(load.landing().schema())
          : new RowSource.Stored(load.landing(), exact);
    }
    if (range instanceof BatchRange.Previous) {
      return new RowSource.Empty(load.landing().schema());
    }
    // Not planned as a run would: that reads each file whole for its hash.
    Path first = new LoadPlanner(environment.paths()).find(load.settings()).getFirst();
    return new RowSource.InFile(
        files.open(first, environment.paths().shown(first), load).relation());
  }

  /** The batches that a running batch would mean, were the last one to run again. */
  BatchRange fixed(BatchRange range) {
    List<Long> batches =
        environment.engine().ledger().batches(flow.flow().id()).stream()
            .filter(batch -> batch.status() == BatchStatus.SUCCESS)
            .map(Batch::id)
            .toList();
    int last = batches.size() - 1;
    return switch (range) {
      case BatchRange.Current _ -> new BatchRange.One(last < 0 ? -1 : batches.get(last));
      case BatchRange.Previous _ -> new BatchRange.One(last < 1 ? -1 : batches.get(last - 1));
      case BatchRange.All _, BatchRange.One _, BatchRange.Between _ -> range;
    };
  }

  boolean isCurrent(TaskId step) {
    return !new ExecutionPlanner(flow, environment.engine())
        .plan(OptionalLong.empty(), Map.of(), flow.works().keySet())
        .decision(step)
        .runs();
  }

  private Optional<TaskId> writer(DatasetName dataset) {
    return flow.dag().steps().stream()
        .filter(node -> node.writes().contains(dataset))
        .map(node -> node.id())
        .findFirst();
  }

  boolean isStored(Dataset dataset) {
    return environment.engine().tableSchema(dataset.physicalName()).isPresent();
  }
}
