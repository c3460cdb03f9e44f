package io.qarion.app.designer.session;

import io.qarion.app.designer.journal.JournalPlace;
import io.qarion.app.designer.journal.Journals;
import io.qarion.app.designer.journal.JournalsElsewhere;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.rename.ProjectCheck;
import io.qarion.core.history.HistoryRepository;
import io.qarion.core.history.StepRecord;
import io.qarion.core.lineage.FlowLineage;
import io.qarion.core.lineage.StatementTracer;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.GeneratedDatasets;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.project.ProjectSettings;
import io.qarion.core.repository.FlowMentions;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.ProjectWatcher;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.run.FileStudies;
import io.qarion.core.run.PreviewService;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.run.ProjectLock;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import io.qarion.core.run.TrialCheck;
import io.qarion.core.toml.TomlDocument;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A project with its engine; without it where another program owns the project or its folder can't
 * be written, and then it can be looked at and edited. Its methods take time: call them beside the
 * window.
 */
public final class OpenProject implements AutoCloseable {

  private final LocalProject files;
  private final Plugins plugins;
  private final Hold hold;
  private final Journals journals;
  private final DatasetDrafts drafts;
  private final ProjectWatcher watcher;
  private final GeneratedDatasets generated = new GeneratedDatasets();
  private volatile ProjectModel model;
  private final Map<FlowId, CompiledFlow> checked = new ConcurrentHashMap<>();
  private volatile boolean permitted;

  private OpenProject(
      LocalProject files,
      ProjectModel model,
      Around around,
      Hold hold,
      Journals journals,
      DatasetDrafts drafts,
      ProjectWatcher watcher) {
    this.files = files;
    this.model = model;
    this.plugins = around.plugins();
    this.hold = hold;
    this.journals = journals;
    this.drafts = drafts;
    this.watcher = watcher;
  }

  /**
   * What a project finds around it.
   *
   * @param elsewhere where edits are kept if the project itself can't keep them
   * @param warnings gets what the user should know of the journals, on any thread
   */
  record Around(Plugins plugins, JournalsElsewhere elsewhere, Consumer<Problem> warnings) {}

  /**
   * Opens a project's folder and, if this process can own it, its engine.
   *
   * @param changes gets the files that somebody else changes from now on, relative to the project,
   *     on a thread of its own; must not throw
   * @param allowed whether a project that touches this is trusted already
   * @throws QarionException if it is none, or is not trusted and keeps its tables outside its
   *     folder
   */
  static OpenProject open(
      Path folder, Around around, Consumer<Set<String>> changes, Predicate<ProjectReach> allowed) {
    LocalProject files = LocalProject.open(folder);
    // Before the files are read, so that no change is missed.
    ProjectWatcher watcher = files.watch(changes);
    boolean opened = false;
    try {
      ProjectModel model = files.read();
      Holding.checkStores(model, allowed);
      Hold hold = Holding.of(model, around);
      Path home =
          switch (hold) {
            case Hold.Owned _ -> Holding.home(model.root());
            case Hold.Refused(var _, JournalPlace place) -> place.folder();
          };
      var journals = new Journals(home, InstantSource.system(), around.warnings());
      var drafts =
          new DatasetDrafts(
              new Journals(Journals.ofDatasets(home), InstantSource.system(), around.warnings()));
      opened = true;
      return new OpenProject(files, model, around, hold, journals, drafts, watcher);
    } finally {
      if (!opened) {
        watcher.close();
      }
    }
  }

  public Path root() {
    return files.root();
  }

  /** As they were last read. */
  ProjectSettings settings() {
    return model.settings();
  }

  /** Says whether the engine and the files may be asked; until then they are not. */
  void permit(boolean may) {
    permitted = may;
    generated.forget();
  }

  public String name() {
    return model.settings().name();
  }

  /** Name of the engine that the project asks for. */
  public String engine() {
    return model.settings().engine();
  }

  /** The project's own file, as it was last read. */
  TomlDocument settingsDocument() {
    return model.document();
  }

  /** Writes the project's own file. */
  void saveSettings(TomlDocument document) {
    files.saveSettings(document);
  }

  /** What its files declare, as they were last read. */
  public List<StoredDataset> datasets() {
    return model.datasets();
  }

  /** The flows of its files, as they were last read. */
  List<StoredFlow> flows() {
    return model.flows();
  }

  /** Why the project can only be looked at and edited; empty if all can be done. */
  public List<Problem> refusal() {
    return switch (hold) {
      case Hold.Owned _ -> List.of();
      case Hold.Refused(List<Problem> reasons, var _) -> reasons;
    };
  }

  /**
   * Says whether the project could be owned if it were opened again.
   *
   * @throws QarionException if it could not, with the reason
   */
  void checkFree() {
    ProjectLock.acquire(Holding.home(root()).resolveSibling(".")).close();
  }

  /** What has been run; empty where the project can only be looked at. */
  public Optional<HistoryRepository> history() {
    return owned().map(ProjectSession::history);
  }

  private Optional<ProjectSession> owned() {
    return switch (hold) {
      case Hold.Owned(ProjectSession session) -> Optional.of(session);
      case Hold.Refused _ -> Optional.empty();
    };
  }

  private ProjectSession session() {
    return owned().orElseThrow(() -> new QarionException(refusal()));
  }

  /** The files as they are now; flows are compiled with these from now on. */
  public ProjectModel reread() {
    model = files.read();
    generated.forget();
    return model;
  }

  Journals journals() {
    return journals;
  }

  /** The edits of its datasets. */
  public DatasetDrafts drafts() {
    return drafts;
  }

  /** A document of a flow whose edits are written down. */
  FlowDocument document(StoredFlow flow) {
    return new FlowDocument(
        flow, Optional.of(journals.journal(flow.file(), flow.document().text())));
  }

  /** What a flow's text gives, with the project's other flows as they are edited. */
  public CompiledFlow compile(StoredFlow edited, List<StoredFlow> others) {
    return compiler(edited(edited, others), generated).compile(edited.id());
  }

  /** Checks texts that nobody has saved in place of the project's, with its other flows. */
  public ProjectCheck trial(List<StoredFlow> flows) {
    return new TrialCheck(with(flows), tried -> compiler(tried, new GeneratedDatasets()));
  }

  private ProjectModel edited(StoredFlow edited, List<StoredFlow> others) {
    var flows = new ArrayList<>(others);
    flows.removeIf(flow -> flow.id().equals(edited.id()));
    flows.add(edited);
    return with(flows);
  }

  private ProjectModel with(List<StoredFlow> flows) {
    ProjectModel saved = model;
    return new ProjectModel(
        saved.root(),
        saved.settings(),
        saved.document(),
        flows,
        saved.datasets(),
        saved.settingsProblems());
  }

  private ProjectFlows compiler(ProjectModel edited, GeneratedDatasets made) {
    return owned()
        .filter(_ -> permitted)
        .map(session -> session.flows(edited, made))
        .orElseGet(() -> new ProjectFlows(edited, plugins, SchemaProbe.NONE, made));
  }

  /** What a flow's steps make of columns; statements are read by the engine, if it may be asked. */
  public FlowLineage lineage(CompiledFlow flow) {
    return owned()
        .filter(_ -> permitted)
        .map(session -> session.lineage(flow))
        .orElseGet(() -> FlowLineage.of(flow, StatementTracer.NONE));
  }

  /**
   * Previews of a compiled flow.
   *
   * @throws QarionException if the project can only be looked at
   */
  public PreviewService preview(CompiledFlow flow) {
    return session().preview(flow, Map.of(), List.copyOf(checked.values()));
  }

  /** Forgets what was made of a flow that is gone. */
  void forget(FlowId flow) {
    checked.remove(flow);
  }

  /** Takes what was last made of a flow, for previews of flows that meet it. */
  void checked(CompiledFlow flow) {
    checked.put(flow.flow().id(), flow);
  }

  /** Looks at files as they would be read; to be closed by the caller. */
  public FileStudies studies() {
    return new FileStudies(model, plugins);
  }

  /**
   * Runs a flow as it is edited to its end, and the flows that it runs as they are edited.
   *
   * @throws QarionException if the project can only be looked at
   */
  public RunResult run(
      StoredFlow stored,
      List<StoredFlow> others,
      RunOptions options,
      Consumer<RunEvent> listener,
      Cancellation cancellation) {
    ProjectSession session = session();
    ProjectFlows flows = session.flows(edited(stored, others), generated);
    CompiledFlow flow = flows.compile(stored.id());
    return session.run(flows, stored, flow, options, new OwnEvents(listener), cancellation);
  }

  /**
   * Flows that would lose something if a flow had another id: they are started by it, or name a
   * dataset whose name comes of the id.
   *
   * @param renamed the flow as it would be; it may name such a dataset itself
   */
  public List<StoredFlow> referring(StoredFlow flow, StoredFlow renamed, List<StoredFlow> all) {
    var others = new ArrayList<>(all);
    others.removeIf(other -> other.id().equals(flow.id()));
    Set<String> gone = names(compile(flow, others));
    gone.removeAll(names(compile(renamed, others)));
    others.add(renamed);
    return FlowMentions.in(others, flow.id().value(), gone);
  }

  private static Set<String> names(CompiledFlow flow) {
    var names = new HashSet<String>();
    flow.datasets().forEach(dataset -> names.add(dataset.name().value()));
    return names;
  }

  /** Its files that hold flows, to write them. */
  public FlowFolder flowFolder() {
    return new FlowFolder(files);
  }

  /** Its files that declare datasets, to write them. */
  public DatasetFiles datasetFiles() {
    return new DatasetFiles(files, this::reread);
  }

  /** Columns of a stored table; empty if there is none, or the project can only be looked at. */
  public Optional<Schema> table(String name) {
    return owned().flatMap(session -> session.environment().engine().tableSchema(name));
  }

  /** The steps of a flow's last run, as the history has them. */
  public List<StepRecord> lastSteps(FlowId flow) {
    return history().stream()
        .flatMap(history ->
            history.runs(Optional.of(flow), 1).stream()
                .flatMap(run -> history.steps(run.id()).stream()))
        .toList();
  }

  @Override
  public void close() {
    try (hold;
        journals;
        drafts;
        watcher) {
      // Writes the last edits down first, and gives the project free last.
    }
  }
}
