package io.qarion.app.designer.session;

import io.qarion.app.designer.journal.Journals;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.history.StepRecord;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.project.ProjectSettings;
import io.qarion.core.project.Touch;
import io.qarion.core.repository.FlowMentions;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.ProjectWatcher;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.repository.TrashedFile;
import io.qarion.core.run.PreviewService;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import io.qarion.core.toml.TomlDocument;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A project with its engine, owned by this window. Its methods take time: call them beside it. */
public final class OpenProject implements AutoCloseable {

  private final LocalProject files;
  private final ProjectSession session;

  private final Journals journals;
  private final ProjectWatcher watcher;
  private volatile ProjectModel model;
  private volatile boolean permitted;

  private OpenProject(
      LocalProject files, ProjectSession session, Journals journals, ProjectWatcher watcher) {
    this.files = files;
    this.session = session;
    this.journals = journals;
    this.watcher = watcher;
    this.model = session.model();
  }

  /**
   * Opens a project's folder and its engine.
   *
   * @param warnings gets what the user should know of the journals, on any thread
   * @param changes gets the files that somebody else changes from now on, relative to the project,
   *     on a thread of its own; must not throw
   * @param allowed whether a project that touches this is trusted already
   * @throws io.qarion.core.problem.QarionException if it is none, somebody else owns it, or it is
   *     not trusted and keeps its tables outside its folder
   */
  public static OpenProject open(
      Path folder,
      Plugins plugins,
      Consumer<Problem> warnings,
      Consumer<Set<String>> changes,
      Predicate<ProjectReach> allowed) {
    LocalProject files = LocalProject.open(folder);
    // Before the files are read, so that no change is missed.
    ProjectWatcher watcher = files.watch(changes);
    boolean opened = false;
    try {
      ProjectModel model = files.read();
      checkStores(model, allowed);
      ProjectSession session = ProjectSession.open(model, plugins);
      Path folderOfJournals = files.root().resolve(".qarion").resolve("journal");
      var journals = new Journals(folderOfJournals, InstantSource.system(), warnings);
      opened = true;
      return new OpenProject(files, session, journals, watcher);
    } finally {
      if (!opened) {
        watcher.close();
      }
    }
  }

  /** Opening makes these files, so nobody can be asked afterwards. */
  private static void checkStores(ProjectModel model, Predicate<ProjectReach> allowed) {
    ProjectReach reach =
        ProjectReach.of(model.settings(), model.flows().stream().map(StoredFlow::flow).toList());
    if (!allowed.test(reach)) {
      var paths = new ProjectPaths(model.root(), List.of());
      reach
          .of(Touch.Kind.STORE)
          .forEach(store -> paths.resolve(store.what(), model.document().fileName()));
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
  }

  public String name() {
    return session.model().settings().name();
  }

  /** The files as they are now; flows are compiled with these from now on. */
  public ProjectModel reread() {
    model = files.read();
    return model;
  }

  Journals journals() {
    return journals;
  }

  /** A document of a flow whose edits are written down. */
  FlowDocument document(StoredFlow flow) {
    return new FlowDocument(
        flow, Optional.of(journals.journal(flow.file(), flow.document().text())));
  }

  public ProjectSession session() {
    return session;
  }

  /** What a flow's text gives, with the project's other flows as they are edited. */
  public CompiledFlow compile(StoredFlow edited, List<StoredFlow> others) {
    ProjectModel saved = model;
    var flows = new ArrayList<>(others);
    flows.removeIf(flow -> flow.id().equals(edited.id()));
    flows.add(edited);
    var current =
        new ProjectModel(
            saved.root(),
            saved.settings(),
            saved.document(),
            flows,
            saved.datasets(),
            saved.settingsProblems());
    ProjectFlows compiler =
        permitted
            ? session.flows(current)
            : new ProjectFlows(current, session.environment().plugins(), SchemaProbe.NONE);
    return compiler.compile(edited.id());
  }

  /** Previews of a compiled flow. */
  public PreviewService preview(CompiledFlow flow) {
    return session.preview(flow, Map.of());
  }

  /** Runs a compiled flow to its end. */
  public RunResult run(
      StoredFlow stored,
      CompiledFlow flow,
      RunOptions options,
      Consumer<RunEvent> listener,
      Cancellation cancellation) {
    return session.run(stored, flow, options, listener, cancellation);
  }

  /**
   * Writes a flow into its file.
   *
   * @param inFile what was last known to be there
   * @throws io.qarion.core.problem.QarionException if somebody else has changed it since
   */
  public StoredFlow save(TomlDocument inFile, StoredFlow edited) {
    return files.flows().saveOver(inFile, edited.document());
  }

  /**
   * Writes a flow into a new file.
   *
   * @throws io.qarion.core.problem.QarionException if there is a flow of that id
   */
  public StoredFlow create(FlowId id, TomlDocument document) {
    return files.flows().create(id, document);
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

  /**
   * Gives a flow another id and its file another name.
   *
   * @param document what the file then holds
   * @throws io.qarion.core.problem.QarionException if there is a flow of the new id
   */
  public StoredFlow rename(FlowId id, FlowId newId, TomlDocument document) {
    return files.flows().rename(id, newId, document);
  }

  /** Moves the file of a flow into the project's trash. */
  public TrashedFile discard(StoredFlow flow) {
    return files.trash().put(flow.file());
  }

  /**
   * Puts the file of a flow back.
   *
   * @throws io.qarion.core.problem.QarionException if another file has its place now
   */
  public StoredFlow restore(TrashedFile trashed) {
    files.trash().restore(trashed);
    return files.flows().list().stream()
        .filter(flow -> flow.file().equals(trashed.file()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(trashed.file() + " was just put back"));
  }

  /** The steps of a flow's last run, as the history has them. */
  public List<StepRecord> lastSteps(FlowId flow) {
    return session.history().runs(Optional.of(flow), 1).stream()
        .flatMap(run -> session.history().steps(run.id()).stream())
        .toList();
  }

  @Override
  public void close() {
    try (session;
        journals;
        watcher) {
      // Writes the last edits down first, and gives the project free last.
    }
  }
}
