package io.qarion.app.designer.session;

import io.qarion.core.history.StepRecord;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.repository.FlowMentions;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.repository.TrashedFile;
import io.qarion.core.run.PreviewService;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import io.qarion.core.toml.TomlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A project with its engine, owned by this window. Its methods take time: call them beside it. */
public final class OpenProject implements AutoCloseable {

  private final LocalProject files;
  private final ProjectSession session;

  private OpenProject(LocalProject files, ProjectSession session) {
    this.files = files;
    this.session = session;
  }

  /**
   * Opens a project's folder and its engine.
   *
   * @throws io.qarion.core.problem.QarionException if it is none, or somebody else owns it
   */
  public static OpenProject open(Path folder, Plugins plugins) {
    LocalProject files = LocalProject.open(folder);
    return new OpenProject(files, ProjectSession.open(files.read(), plugins));
  }

  public Path root() {
    return files.root();
  }

  public String name() {
    return session.model().settings().name();
  }

  /** The files as they are now. */
  public ProjectModel read() {
    return files.read();
  }

  public ProjectSession session() {
    return session;
  }

  /** What a flow's text gives, with the project's other flows as they are edited. */
  public CompiledFlow compile(StoredFlow edited, List<StoredFlow> others) {
    ProjectModel saved = session.model();
    var flows = new ArrayList<>(others);
    flows.removeIf(flow -> flow.id().equals(edited.id()));
    flows.add(edited);
    var model =
        new ProjectModel(
            saved.root(),
            saved.settings(),
            saved.document(),
            flows,
            saved.datasets(),
            saved.settingsProblems());
    return session.flows(model).compile(edited.id());
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

  /** Writes a flow into its file. */
  public StoredFlow save(FlowId id, StoredFlow edited) {
    return files.flows().save(id, edited.document());
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
    session.close();
  }
}
