package io.qarion.core.run;

import io.qarion.core.call.FlowCall;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.flow.Task;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.outbox.PendingEvents;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.ExecutionPlanner;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Shows the rows of a step without running it: from its stored result if that is current, else
 * computed from its inputs. It can't write.
 */
public final class PreviewService {

  private final RunEnvironment environment;
  private final KnownFiles files;
  private final CompiledFlow flow;
  private final Map<String, Object> parameters;

  /**
   * @param files what is known of the files of steps that never ran
   */
  PreviewService(
      RunEnvironment environment,
      KnownFiles files,
      CompiledFlow flow,
      Map<String, Object> parameters) {
    this.environment = environment;
    this.files = files;
    this.flow = flow;
    this.parameters = withBatch(parameters);
  }

  /** Some rows of a step. */
  public RowPage page(TaskId step, long offset, int rows, Cancellation cancellation) {
    return environment
        .engine()
        .page(new PageRequest(query(step), parameters, offset, rows), cancellation);
  }

  /** The rows of a step, to be looked at again and again while nothing runs. */
  public StepRows rows(TaskId step) {
    return new QueriedRows(environment.engine(), query(step), parameters);
  }

  /** Values of {@code :name} that the rows are computed with. */
  public Map<String, Object> parameters() {
    return parameters;
  }

  /** The statement behind a step, for people to read. */
  public String explain(TaskId step) {
    return environment.engine().explain(query(step), parameters);
  }

  /** What gives the rows of a step. */
  public Query query(TaskId step) {
    StepWork work = flow.works().get(step);
    return switch (work) {
      case null -> throw unknown(step);
      case StepWork.Load load -> Query.all(landing(step, load));
      case StepWork.Transform transform -> transformed(step, transform);
      case StepWork.Check check -> checked(step, check);
      case StepWork.Export export -> resolved(step, export.query());
      case StepWork.Relay relay -> resolved(step, PendingEvents.all(relay.outbox()));
      case StepWork.Call(var call, _) -> throw noRows(step, call);
    };
  }

  /**
   * What a join inside a step will do.
   *
   * @param index of the join among the visual steps of its task
   * @param with the dataset that it names
   */
  public JoinStudy join(TaskId step, int index, String with) {
    List<TaskRule> rules =
        flow.flow().tasks().stream()
            .filter(task -> task.id().equals(step))
            .findFirst()
            .map(Task::rules)
            .orElseThrow(() -> unknown(step));
    if (rules.size() < index || !(flow.works().get(step) instanceof StepWork.Transform transform)) {
      throw notYet();
    }
    Query query = shown(transform.group().instructions()).query();
    Optional<JoinRows> rule =
        rules.size() > index
                && rules.get(index) instanceof TaskRule.Known(JoinRows join)
                && join.with().equals(with)
            ? Optional.of(join)
            : Optional.empty();
    return new JoinStudy(
        JoinSides.of(
            environment.engine(),
            parameters,
            resolved(step, query),
            rules.subList(0, index),
            environment.plugins().ruleTypes(),
            with),
        rule);
  }

  /** What the checks have found, where that is kept; the rows they look at as long as it is not. */
  private Query checked(TaskId step, StepWork.Check check) {
    return check
        .records()
        .filter(records -> isStored(records.results()))
        .map(records -> records.found(check.suite().id()))
        .orElseGet(() -> Query.all(resolved(step, check.suite().source())));
  }

  private Query transformed(TaskId step, StepWork.Transform transform) {
    List<TransformationInstruction> instructions = transform.group().instructions();
    TransformationInstruction first = shown(instructions);
    Dataset target = first.target();
    return isStored(target) && (onlyAdds(first) || isCurrent(step))
        ? result(instructions, first).orElseGet(() -> resolved(step, first.query()))
        : resolved(step, first.query());
  }

  /** What it has added stays, whatever it would add now. */
  private static boolean onlyAdds(TransformationInstruction instruction) {
    return instruction.write() instanceof Write.Merge merge && merge.onlyAdds();
  }

  /** What a step is for, apart from helpers that it makes anew each time. */
  private static TransformationInstruction shown(List<TransformationInstruction> instructions) {
    return instructions.stream()
        .filter(instruction -> !(instruction.write() instanceof Write.Replace))
        .findFirst()
        .orElseGet(instructions::getFirst);
  }

  /** What a step has stored, where that is just what it gives. */
  private Optional<Query> result(
      List<TransformationInstruction> instructions, TransformationInstruction first) {
    Dataset target = first.target();
    boolean single = instructions.size() == 1;
    return switch (first.write()) {
      case Write.Replace _ ->
          single
              ? Optional.of(
                  stored(target, BatchRange.ALL, TechnicalColumns.visible(target.schema(), "")))
              : Optional.empty();
      // The rows of the last batch; computed again they would meet what they themselves changed.
      case Write.Append _ ->
          Optional.of(stored(target, fixed(BatchRange.CURRENT), withoutBatch(target.schema())));
      case Write.Merge _, Write.ReplaceKeys _, Write.ReplaceGroups _ ->
          first.query().reads(target.name())
              ? Optional.of(stored(target, BatchRange.ALL, target.schema()))
              : Optional.empty();
    };
  }

  private static Query stored(Dataset target, BatchRange range, Schema columns) {
    return Query.all(
        new TransformationSource(
            target.name().value(), new RowSource.Stored(target, range), columns));
  }

  private static Schema withoutBatch(Schema schema) {
    return new Schema(
        schema.columns().stream()
            .filter(column -> !column.name().equals(TechnicalColumns.BATCH_ID))
            .toList());
  }

  private Query resolved(TaskId reader, Query query) {
    var sources = new ArrayList<TransformationSource>();
    query.sources().forEach(source -> sources.add(resolved(reader, source)));
    return query.withSources(sources);
  }

  private TransformationSource resolved(TaskId reader, TransformationSource source) {
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
    return writer.isPresent()
        ? written(writer.get(), dataset, range)
        : isStored(dataset)
            ? new RowSource.Stored(dataset, range)
            : new RowSource.Empty(dataset.schema());
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

  private TransformationSource landing(TaskId step, StepWork.Load load) {
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
  private BatchRange fixed(BatchRange range) {
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

  private boolean isCurrent(TaskId step) {
    return !new ExecutionPlanner(flow, environment.engine())
        .plan(OptionalLong.empty(), Map.of(), flow.works().keySet())
        .decision(step)
        .runs();
  }

  /** A step may name the batch; the last one stands in for the one that would run. */
  private Map<String, Object> withBatch(Map<String, Object> given) {
    List<Batch> batches = environment.engine().ledger().batches(flow.flow().id());
    LocalDateTime clock =
        batches.isEmpty() ? LocalDateTime.of(1970, 1, 1, 0, 0) : batches.getLast().clock();
    long id = batches.isEmpty() ? 1 : batches.getLast().id();
    return new BatchContext(id, Optional.empty(), clock, given).values();
  }

  private Optional<TaskId> writer(DatasetName dataset) {
    return flow.dag().steps().stream()
        .filter(node -> node.writes().contains(dataset))
        .map(node -> node.id())
        .findFirst();
  }

  private boolean isStored(Dataset dataset) {
    return environment.engine().tableSchema(dataset.physicalName()).isPresent();
  }

  private static QarionException notYet() {
    return new QarionException(
        Problem.hint(
            "join.before",
            Place.UNKNOWN,
            "What comes before the join can't be computed yet.",
            "Look at the problems of the step first."));
  }

  private static QarionException noRows(TaskId step, FlowCall call) {
    return new QarionException(
        Problem.hint(
            "task.no_rows",
            Place.UNKNOWN,
            "Step '%s' runs flow '%s' and has no rows of its own.".formatted(step, call.flow()),
            "Open that flow to see its rows."));
  }

  private QarionException unknown(TaskId step) {
    List<String> known = flow.dag().steps().stream().map(node -> node.id().value()).toList();
    return new QarionException(
        Problem.error(
            "task.unknown",
            Place.UNKNOWN,
            "The flow has no step '%s' that can be shown.".formatted(step),
            "Write one of: " + String.join(", ", known) + "."));
  }
}
