package io.qarion.core.run;

import io.qarion.core.call.FlowCall;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.flow.Task;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.outbox.PendingEvents;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the rows of a step without running it: from its stored result if that is current, else
 * computed from its inputs. It can't write.
 */
public final class PreviewService {

  private final RunEnvironment environment;
  private final CompiledFlow flow;
  private final StepSources sources;
  private final Map<String, Object> parameters;

  /**
   * @param files what is known of the files of steps that never ran
   * @param related other flows that are looked into for what they make
   */
  PreviewService(
      RunEnvironment environment, KnownFiles files, CompiledFlow flow, RelatedFlows related) {
    this.environment = environment;
    this.flow = flow;
    this.sources = new StepSources(environment, files, flow, related);
    this.parameters = withBatch(related.parameters());
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
      case StepWork.Load load -> Query.all(sources.landing(step, load));
      case StepWork.Transform transform -> transformed(step, transform);
      case StepWork.Check check -> checked(step, check);
      case StepWork.Export export -> sources.resolved(step, export.query());
      case StepWork.Relay relay -> sources.resolved(step, PendingEvents.all(relay.outbox()));
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
            sources.resolved(step, query),
            rules.subList(0, index),
            environment.plugins().ruleTypes(),
            with),
        rule);
  }

  /** What the checks have found, where that is kept; the rows they look at as long as it is not. */
  private Query checked(TaskId step, StepWork.Check check) {
    return check
        .records()
        .filter(records -> sources.isStored(records.results()))
        .map(records -> records.found(check.suite().id()))
        .orElseGet(() -> Query.all(sources.resolved(step, check.suite().source())));
  }

  private Query transformed(TaskId step, StepWork.Transform transform) {
    List<TransformationInstruction> instructions = transform.group().instructions();
    TransformationInstruction first = shown(instructions);
    Dataset target = first.target();
    return sources.isStored(target) && (onlyAdds(first) || sources.isCurrent(step))
        ? result(instructions, first).orElseGet(() -> sources.resolved(step, first.query()))
        : sources.resolved(step, first.query());
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
          Optional.of(
              stored(target, sources.fixed(BatchRange.CURRENT), withoutBatch(target.schema())));
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

  /** A step may name the batch; the last one stands in for the one that would run. */
  private Map<String, Object> withBatch(Map<String, Object> given) {
    List<Batch> batches = environment.engine().ledger().batches(flow.flow().id());
    LocalDateTime clock =
        batches.isEmpty() ? LocalDateTime.of(1970, 1, 1, 0, 0) : batches.getLast().clock();
    long id = batches.isEmpty() ? 1 : batches.getLast().id();
    return new BatchContext(id, Optional.empty(), clock, given).values();
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
