package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.history.HistoryRepository;
import io.qarion.core.history.RunRecord;
import io.qarion.core.lineage.FlowLineage;
import io.qarion.core.outbox.Delivery;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.GeneratedDatasets;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.ElementPlaces;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TracedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A project opened for running; this process owns it until the session is closed. */
public final class ProjectSession implements AutoCloseable {

  private final ProjectModel model;
  private final ProjectLock lock;
  private final Engine engine;
  private final HistoryRepository history;
  private final RunEnvironment environment;
  private final FlowRunner runner;
  private final KnownFiles files;
  private final KnownStatements<Schema> statements = new KnownStatements<>();
  private final KnownStatements<Optional<TracedStatement>> traces = new KnownStatements<>();
  private final ProjectFlows flows;
  private final List<RunRecord> interrupted;

  private ProjectSession(
      ProjectModel model, ProjectLock lock, RunEnvironment environment, HistoryRepository history) {
    this.model = model;
    this.lock = lock;
    this.environment = environment;
    this.runner = new FlowRunner(environment, InstantSource.system());
    this.engine = environment.engine();
    this.history = history;
    this.files =
        new KnownFiles(
            new FileOpener(environment.plugins(), environment.temporary()), InstantSource.system());
    this.flows = flows(model);
    // The lock is ours, so whatever still counts as running has lost its process.
    this.interrupted = history.markInterrupted(Duration.ZERO);
  }

  /**
   * Opens a project.
   *
   * @throws io.qarion.core.problem.QarionException if another process owns it, or its engine can't
   *     be opened
   */
  public static ProjectSession open(ProjectModel model, Plugins plugins) {
    var work = WorkFolder.of(model.root());
    var opened = new Opened();
    try (opened) {
      ProjectLock lock = opened.add(ProjectLock.acquire(work.folder()), ProjectLock::close);
      work.emptyTemporary();
      HistoryRepository history =
          opened.add(
              plugins
                  .repository("sqlite")
                  .orElseThrow()
                  .createHistoryRepository(model.root().resolve(model.settings().metadataPath())),
              HistoryRepository::close);
      Engine engine = opened.add(engine(model, plugins, work), Engine::close);
      var environment =
          new RunEnvironment(
              engine,
              plugins,
              new ProjectPaths(model.root(), List.of()),
              work.temporary(),
              model.settings().maxParallel());
      var session = new ProjectSession(model, lock, environment, history);
      opened.keep();
      return session;
    }
  }

  public ProjectFlows flows() {
    return flows;
  }

  /** The flows of this project as somebody is editing them, saved or not. */
  public ProjectFlows flows(ProjectModel edited) {
    return flows(edited, new GeneratedDatasets());
  }

  /**
   * The flows of this project as somebody is editing them.
   *
   * @param generated what was made of them before
   */
  public ProjectFlows flows(ProjectModel edited, GeneratedDatasets generated) {
    return new ProjectFlows(
        edited,
        environment.plugins(),
        new EngineProbe(
            () -> engine,
            environment.paths(),
            files,
            statements,
            edited.settings().variables().values()),
        generated);
  }

  /** What a flow's steps make of columns, through rules and the engine's own SQL. */
  public FlowLineage lineage(CompiledFlow flow) {
    Map<String, Object> parameters = flow.flow().variables().values();
    return FlowLineage.of(
        flow,
        query -> {
          Query overNothing = EngineProbe.overNothing(query);
          return traces.find(overNothing, parameters, () -> engine.trace(overNothing, parameters));
        });
  }

  public HistoryRepository history() {
    return history;
  }

  public RunEnvironment environment() {
    return environment;
  }

  /** Runs that an earlier process left unfinished. */
  public List<RunRecord> interrupted() {
    return interrupted;
  }

  /**
   * Runs a flow and keeps its history.
   *
   * @param listener hears every event after it is in the history, those of flows that this one runs
   *     among them
   */
  public RunResult run(
      FlowId id, RunOptions options, Consumer<RunEvent> listener, Cancellation cancellation) {
    return run(flows, flows.stored(id), flows.compile(id), options, listener, cancellation);
  }

  /**
   * Runs a flow as it is compiled, saved or not, and keeps its history.
   *
   * @param others the flows that it may run
   * @param stored where its problems are located
   * @param listener hears every event after it is in the history
   */
  public RunResult run(
      ProjectFlows others,
      StoredFlow stored,
      CompiledFlow flow,
      RunOptions options,
      Consumer<RunEvent> listener,
      Cancellation cancellation) {
    var places = new ElementPlaces(stored.document());
    FlowStarter starter =
        (id, called, stopping) ->
            run(others, others.stored(id), others.compile(id), called, listener, stopping);
    try (var keeper = new HistoryKeeper(history, listener)) {
      var moved = new MovedSteps(engine, others.all(), flow);
      RunResult result = runner.run(flow, options, moved::takeOver, starter, keeper, cancellation);
      var located = new ArrayList<Problem>();
      result.problems().stream()
          .map(problem -> problem.place().file().isEmpty() ? places.locate(problem) : problem)
          .forEach(located::add);
      keeper.failure().ifPresent(failure -> located.addAll(failure.asWarnings()));
      return new RunResult(
          result.run(), result.status(), result.statistics(), result.message(), located);
    }
  }

  /**
   * Offers the events of a flow's outbox that wait to their target, outside of a run.
   *
   * @throws QarionException if the flow has no outbox
   */
  public Delivery relay(FlowId id, Cancellation cancellation) {
    CompiledFlow flow = flows.compile(id);
    StepWork.Relay relay =
        flow.works().values().stream()
            .filter(StepWork.Relay.class::isInstance)
            .map(StepWork.Relay.class::cast)
            .findFirst()
            .orElseThrow(() -> new QarionException(noOutbox(flow)));
    return new OutboxRelay(environment, relay, InstantSource.system()).deliver(cancellation);
  }

  private static List<Problem> noOutbox(CompiledFlow flow) {
    List<Problem> errors = flow.problems().stream().filter(Problem::isError).toList();
    return errors.isEmpty()
        ? List.of(
            Problem.error(
                "relay.no_outbox",
                Place.of("properties.publisher"),
                "Flow '%s' delivers nothing.".formatted(flow.flow().id()),
                "Name a flow of type outbox with a [properties.publisher]."))
        : errors;
  }

  /** Shows the rows of a flow's steps. */
  public PreviewService preview(FlowId id, Map<String, Object> variables) {
    return preview(flows.compile(id), variables, List.of());
  }

  /**
   * Shows the rows of a compiled flow's steps, saved or not.
   *
   * @param all flows of the project, as far as they are known; those that run this one or that this
   *     one runs are looked into
   */
  public PreviewService preview(
      CompiledFlow flow, Map<String, Object> variables, Collection<CompiledFlow> all) {
    var parameters = new LinkedHashMap<>(flow.flow().variables().values());
    parameters.putAll(variables);
    return new PreviewService(environment, files, flow, RelatedFlows.of(flow, all, parameters));
  }

  /**
   * Writes the rows of a step to a file, atomically.
   *
   * @param file relative to the project; its name says the format
   */
  public ExportedRows export(
      FlowId id, TaskId step, String file, boolean spreadsheetSafe, Cancellation cancellation) {
    return new StepExport(environment, preview(id, Map.of()))
        .write(step, file, spreadsheetSafe, cancellation);
  }

  public ProjectModel model() {
    return model;
  }

  @Override
  public void close() {
    try (lock;
        history;
        engine) {
      // Closes the engine first, and gives the project free last.
    }
  }

  private static Engine engine(ProjectModel model, Plugins plugins, WorkFolder work) {
    return plugins
        .engine(model.settings().engine())
        .open(
            new EngineSettings(
                model.settings().engineConfig(),
                model.root(),
                work.folder(),
                work.temporary(),
                List.of(model.root())));
  }
}
