package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.file.LoadPlan;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.plan.BatchPlan;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.ExecutionPlanner;
import io.qarion.core.plan.Processing;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.TransformationInstruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the batches that a run has to do, and does them one after the other. */
final class BatchRuns {

  private final RunEnvironment environment;
  private final CompiledFlow flow;
  private final RunOptions options;
  private final Map<String, Object> parameters;
  private final FlowStarter starter;
  private final RunReporter reporter;
  private final Cancellation cancellation;
  private final StoreLedger ledger;
  private final LoadPlanner planner;
  private final List<Problem> problems = new ArrayList<>();
  private StepStatistics total = StepStatistics.NONE;

  BatchRuns(
      RunEnvironment environment,
      CompiledFlow flow,
      RunOptions options,
      Map<String, Object> parameters,
      FlowStarter starter,
      RunReporter reporter,
      Cancellation cancellation) {
    this.environment = environment;
    this.flow = flow;
    this.options = options;
    this.parameters = parameters;
    this.starter = starter;
    this.reporter = reporter;
    this.cancellation = cancellation;
    this.ledger = environment.engine().ledger();
    this.planner = new LoadPlanner(environment.paths());
  }

  RunEnvironment environment() {
    return environment;
  }

  CompiledFlow flow() {
    return flow;
  }

  RunOptions options() {
    return options;
  }

  RunReporter reporter() {
    return reporter;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  FlowStarter starter() {
    return starter;
  }

  /** Whether the flow does nothing but run others. */
  boolean onlyCalls() {
    return !flow.works().isEmpty()
        && flow.works().values().stream().allMatch(StepWork.Call.class::isInstance);
  }

  /**
   * Runs the other flows. Nothing is resumed: they know themselves what they have done, and have
   * new input perhaps.
   */
  RunResult runCalls() {
    switch (options.processing()) {
      case Processing.Incremental _, Processing.FullRefresh _, Processing.Reload _ -> {}
      case Processing.Rerun _, Processing.Corrected _ -> throw noBatches();
    }
    openBatch().ifPresent(batch -> ledger.endBatch(flowId(), batch.id(), BatchStatus.ABANDONED));
    return run();
  }

  private QarionException noBatches() {
    return new QarionException(
        Problem.error(
            "batch.none",
            Place.of("flow_type"),
            "Flow '%s' only runs other flows and has no rows to do again.".formatted(flowId()),
            "Do so with the flow that has them."));
  }

  /** What the flow's transformations do, in the order of the graph. */
  List<TransformationInstruction> instructions() {
    return flow.dag().steps().stream()
        .map(node -> flow.works().get(node.id()))
        .flatMap(work ->
            work instanceof StepWork.Transform transform
                ? transform.group().instructions().stream()
                : Stream.empty())
        .toList();
  }

  /**
   * Gives up an unfinished batch if that is asked for, and sees to it that the stored tables can be
   * gone on with; refuses the run otherwise.
   */
  void prepare() {
    if (options.abandonOpen()) {
      openBatch().ifPresent(batch -> new AbandonedBatch(this).abandon(batch));
    }
    var changes = new TableChanges(environment.engine(), flow);
    if (options.keepOldTables()) {
      problems.addAll(changes.putAside(openBatch()));
      return;
    }
    Predicate<StepWork> isKept =
        switch (options.processing()) {
          case Processing.Incremental _, Processing.Rerun _, Processing.Corrected _ -> _ -> true;
          case Processing.FullRefresh _ -> work -> work instanceof StepWork.Load;
          case Processing.Reload _ -> _ -> false;
        };
    changes.refuse(
        flow.works().entrySet().stream()
            .filter(entry -> isKept.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /** The batches that succeeded, oldest first; last of all one that is not finished. */
  List<Batch> recorded() {
    return ledger.batches(flowId()).stream()
        .filter(batch -> batch.status() != BatchStatus.ABANDONED)
        .toList();
  }

  /** Adds what was done beside the batches that this run does itself. */
  void count(StepStatistics done, List<Problem> warnings) {
    total = total.plus(done);
    problems.addAll(warnings);
  }

  RunResult run() {
    boolean isSingle = isSingle(options.processing());
    Set<TaskId> wanted = wanted();
    boolean any = false;
    for (boolean again = true; again; ) {
      cancellation.throwIfRequested();
      Optional<Batch> open = openBatch();
      Map<TaskId, List<List<PlannedFile>>> files = newFiles(open, wanted);
      BatchPlan plan = plan(open, files, wanted);
      if (any && batches(files) == 0 && isDoneAsPlanned(plan)) {
        return finished(true); // it would do what the resumed batch has just done
      }
      if (plan.isEmpty()) {
        // All was committed before the last process ended; further files may be waiting.
        if (open.isEmpty() || !end(open.get(), wanted) || isSingle) {
          return finished(any);
        }
        continue;
      }
      any = true;
      Batch batch = open.orElseGet(() -> ledger.startBatch(flowId()));
      // A resumed batch may have had its files already, so those that wait were not looked for.
      boolean allKnown = open.isEmpty() && !isSingle;
      int following = allKnown ? Math.max(0, batches(files) - 1) : 0;
      BatchRun run = new BatchRun(this, batch, context(batch), plan, open.isPresent(), following);
      RunStatus status = run.run(problems);
      total = total.plus(run.statistics());
      if (status != RunStatus.SUCCESS) {
        return result(status, run.message());
      }
      end(batch, wanted);
      again = !isSingle && (open.isPresent() || batches(files) > 1);
    }
    return finished(true);
  }

  /** Whether one batch is meant, so that files that wait are left alone. */
  private static boolean isSingle(Processing processing) {
    return switch (processing) {
      case Processing.Rerun _, Processing.Corrected _ -> true;
      case Processing.Incremental _, Processing.FullRefresh _, Processing.Reload _ -> false;
    };
  }

  /** Whether each step was last done with the settings that it has now. */
  private boolean isDoneAsPlanned(BatchPlan plan) {
    Map<TaskId, String> done = new LinkedHashMap<>();
    ledger.commits(flowId()).forEach(commit -> done.put(commit.step(), commit.fingerprint()));
    return plan.running().stream()
        .allMatch(step -> plan.decision(step).fingerprint().equals(done.get(step)));
  }

  /** How many batches the new files make. */
  private static int batches(Map<TaskId, List<List<PlannedFile>>> files) {
    return files.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Ends a batch; false if only a part was asked for, so that it stays open for the rest. */
  private boolean end(Batch batch, Set<TaskId> wanted) {
    boolean whole = wanted.containsAll(flow.works().keySet());
    ledger.endBatch(flowId(), batch.id(), whole ? BatchStatus.SUCCESS : BatchStatus.OPEN);
    if (whole) {
      new LandingPruning(environment.engine(), flow).prune();
    }
    return whole;
  }

  private RunResult finished(boolean any) {
    return result(RunStatus.SUCCESS, any ? "" : "Nothing to do: no new file, and nothing changed.");
  }

  private RunResult result(RunStatus status, String message) {
    return new RunResult(reporter.run(), status, total, message, problems);
  }

  private BatchPlan plan(
      Optional<Batch> open, Map<TaskId, List<List<PlannedFile>>> files, Set<TaskId> wanted) {
    Map<TaskId, List<PlannedFile>> first = new LinkedHashMap<>();
    files.forEach(
        (step, batches) -> first.put(step, batches.isEmpty() ? List.of() : batches.getFirst()));
    OptionalLong id = open.map(batch -> OptionalLong.of(batch.id())).orElse(OptionalLong.empty());
    return new ExecutionPlanner(flow, environment.engine()).plan(id, first, wanted);
  }

  /** The new files of each ingestion that has not been done in the open batch. */
  private Map<TaskId, List<List<PlannedFile>>> newFiles(Optional<Batch> open, Set<TaskId> wanted) {
    Map<TaskId, List<List<PlannedFile>>> files = new LinkedHashMap<>();
    for (DagNode node : flow.dag().steps()) {
      if (wanted.contains(node.id())
          && flow.works().get(node.id()) instanceof StepWork.Load load
          && !isDone(node.id(), open)) {
        LoadPlan plan = planner.plan(load.settings(), loaded(node.id()));
        files.put(node.id(), plan.batches());
      }
    }
    return files;
  }

  private boolean isDone(TaskId step, Optional<Batch> open) {
    return open.isPresent()
        && ledger.commits(flowId()).stream()
            .anyMatch(commit -> commit.step().equals(step) && commit.batchId() == open.get().id());
  }

  private List<LoadedFile> loaded(TaskId step) {
    Set<Long> abandoned =
        ledger.batches(flowId()).stream()
            .filter(batch -> batch.status() == BatchStatus.ABANDONED)
            .map(Batch::id)
            .collect(Collectors.toSet());
    return ledger.files(flowId(), step).stream()
        .filter(file -> !abandoned.contains(file.batchId()))
        .toList();
  }

  private Optional<Batch> openBatch() {
    List<Batch> batches = ledger.batches(flowId());
    return batches.isEmpty() || batches.getLast().status() != BatchStatus.OPEN
        ? Optional.empty()
        : Optional.of(batches.getLast());
  }

  private BatchContext context(Batch batch) {
    return new BatchContext(
        batch.id(), ledger.lastSuccess(flowId()).map(Batch::id), batch.clock(), parameters);
  }

  private Set<TaskId> wanted() {
    if (options.to().isEmpty()) {
      return flow.works().keySet();
    }
    TaskId last = options.to().get();
    if (flow.dag().find(last).isEmpty()) {
      throw FlowRunner.unknownStep(
          last.value(), flow.dag().steps().stream().map(node -> node.id().value()).toList());
    }
    var wanted = new LinkedHashSet<>(flow.dag().upstream(last));
    wanted.add(last);
    return wanted;
  }

  private FlowId flowId() {
    return flow.flow().id();
  }
}
