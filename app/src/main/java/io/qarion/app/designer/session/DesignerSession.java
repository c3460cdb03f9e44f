package io.qarion.app.designer.session;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.journal.JournalsElsewhere;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is open in a window; all features meet here. To be used in the window's thread. */
public final class DesignerSession {

  private final OpenProject.Around around;
  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<OpenProject>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<FlowDocument> flows = FXCollections.observableArrayList();
  private final ObservableList<FlowDocument> flowsSeen =
      FXCollections.unmodifiableObservableList(flows);
  private final ObjectProperty<Optional<FlowDocument>> active =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Problem>> failure =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<News>> news =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Asked asked = new Asked();
  private final FlowRuns runs;
  private final SharedEdits sharedEdits;
  private final TrustedProjects trusted;
  private final ProjectTrust trust;
  private final FoundEdits found;
  private Optional<Workspace> workspace = Optional.empty();
  private boolean opening;

  /** Done when the project closed last has given its folder free. */
  private CompletableFuture<Boolean> closed = CompletableFuture.completedFuture(true);

  /**
   * @param trusted what the user has trusted
   * @param elsewhere where edits are kept while a project can't keep them
   */
  public DesignerSession(
      Plugins plugins,
      TrustedProjects trusted,
      JournalsElsewhere elsewhere,
      BackgroundTasks tasks,
      UiThread ui,
      Messages messages) {
    this.around = new OpenProject.Around(plugins, elsewhere, this::warn);
    this.tasks = tasks;
    this.ui = ui;
    this.messages = messages;
    this.runs = new FlowRuns(tasks, ui, this::failed);
    this.sharedEdits = new SharedEdits(this, tasks);
    this.trusted = trusted;
    this.trust = new ProjectTrust(trusted, tasks, this::failed, this::checkAll);
    this.found = new FoundEdits(project.getReadOnlyProperty(), trust, messages);
  }

  public Plugins plugins() {
    return around.plugins();
  }

  public ReadOnlyObjectProperty<Optional<OpenProject>> project() {
    return project.getReadOnlyProperty();
  }

  /** Whether the project may do more than be shown. */
  public ProjectTrust trust() {
    return trust;
  }

  /** The flows of the project, in the order of their files. */
  public ObservableList<FlowDocument> flows() {
    return flowsSeen;
  }

  /** The flow that the panels show. */
  public ObjectProperty<Optional<FlowDocument>> active() {
    return active;
  }

  /** What could not be done last; empty once it is seen. */
  public ReadOnlyObjectProperty<List<Problem>> failure() {
    return failure.getReadOnlyProperty();
  }

  /** Says that the failure has been read. */
  public void failureSeen() {
    failure.set(List.of());
  }

  /** Edits of earlier sessions and of others that wait for an answer. */
  public FoundEdits found() {
    return found;
  }

  /** What was done last and can be taken back. */
  public ReadOnlyObjectProperty<Optional<News>> news() {
    return news.getReadOnlyProperty();
  }

  /** Tells the user something, in place of what was told before. */
  public void tell(News told) {
    news.set(Optional.of(told));
  }

  /** Says that the news has been read. */
  public void newsSeen() {
    news.set(Optional.empty());
  }

  /** What one feature wants another to show. */
  public Asked asked() {
    return asked;
  }

  /** Edits of several flows, undone and redone as one. */
  public SharedEdits sharedEdits() {
    return sharedEdits;
  }

  /**
   * Opens a project in place of the one that is open, which stays if that fails. Nothing happens if
   * it is the same, or another one is being opened.
   */
  public void open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (opening || project.get().filter(open -> open.root().equals(root)).isPresent()) {
      return;
    }
    opening = true;
    CompletableFuture<Boolean> before = closed.thenCombine(trust.settled(), (left, _) -> left);
    var files = new CompletableFuture<FlowFiles>();
    Consumer<Set<String>> changes = changed -> ui.run(() -> reread(files, changed));
    tasks.start(
        "Open " + folder.getFileName(),
        _ -> {
          before.join();
          return ProjectOpening.of(root, around, changes, trusted.known(root));
        },
        read -> {
          opening = false;
          opened(read, files);
        },
        error -> {
          opening = false;
          failed(error);
        });
  }

  /** Once the project is shown: a change may be noticed while it is being read. */
  private static void reread(CompletableFuture<FlowFiles> files, Set<String> changed) {
    var _ = files.thenAccept(each -> each.reread(changed));
  }

  private void warn(Problem problem) {
    ui.run(() -> failure.set(List.of(problem)));
  }

  /** Closes the project that is open; what is not saved stays in its journals. */
  public void closeProject() {
    Optional<OpenProject> old = leave();
    if (old.isPresent()) {
      var over = new CompletableFuture<Boolean>();
      closed = over;
      runs.whenOver(() -> close(old.get(), over));
    }
  }

  /** Opens the project that is open anew if it can be owned by now; says why not otherwise. */
  public void claim() {
    project
        .get()
        .ifPresent(open ->
            tasks.start(
                "Open " + open.name(),
                _ -> {
                  open.checkFree();
                  return open;
                },
                this::openAgain,
                this::failed));
  }

  private void openAgain(OpenProject refused) {
    if (project.get().filter(refused::equals).isPresent()) {
      closeProject();
      open(refused.root());
    }
  }

  private void close(OpenProject old, CompletableFuture<Boolean> over) {
    tasks.start(
        "Close " + old.name(),
        _ -> {
          old.close();
          return over.complete(true);
        },
        _ -> {},
        error -> {
          over.complete(false);
          failed(error);
        });
  }

  /** Takes in a flow that has just got its file, and shows it. */
  public void add(StoredFlow stored) {
    takeIn(stored).ifPresent(document -> active.set(Optional.of(document)));
  }

  /** Takes in a flow that has just got its file; nothing happens if the project is closed. */
  public Optional<FlowDocument> takeIn(StoredFlow stored) {
    return workspace.map(open -> open.files().takeIn(stored));
  }

  /** Takes in that a flow, with its edits, has got another id and file. */
  public void renamed(FlowDocument document, StoredFlow written) {
    workspace.ifPresent(open -> open.files().renamed(document, written));
  }

  /** Lets go of a flow whose file is gone, and shows the one beside it. */
  public void remove(FlowDocument document) {
    workspace.ifPresent(open -> open.files().letGo(document));
  }

  /** Closes what is open, at once; the window is about to go. */
  public void close() {
    leave().ifPresent(OpenProject::close);
    trust.settled().join();
  }

  /** Shows nothing of the project any more; its runs are asked to stop. */
  private Optional<OpenProject> leave() {
    Optional<OpenProject> old = project.get();
    runs.stopAll();
    workspace.ifPresent(Workspace::end);
    workspace = Optional.empty();
    found.keepRestored();
    active.set(Optional.empty());
    // Once nothing is shown that could be previewed, since without a project all is allowed.
    trust.end();
    flows.clear();
    project.set(Optional.empty());
    return old;
  }

  /**
   * Runs the flow that is shown, as it is shown; up to a step, if one is given. Points to the
   * question instead while the project is not trusted.
   */
  public void run(Optional<TaskId> to) {
    if (!trust.isGiven()) {
      trust.remind();
      return;
    }
    active
        .get()
        .ifPresent(document ->
            project.get().ifPresent(owner -> runs.start(owner, document, stored(), to)));
  }

  /** Stops the run of the flow that is shown, if there is one. */
  public void stop() {
    active.get().ifPresent(runs::stop);
  }

  /** Writes the flow that is shown into its file. */
  public void save() {
    active.get().ifPresent(document -> save(document, () -> {}));
  }

  /**
   * Writes all flows with changes.
   *
   * @param then is done when all are in their files
   */
  public void saveAll(Runnable then) {
    List<FlowDocument> unsaved = flows.stream().filter(flow -> flow.dirty().get()).toList();
    if (unsaved.isEmpty()) {
      then.run();
      return;
    }
    FlowDocument first = unsaved.getFirst();
    save(
        first,
        () -> {
          if (!first.dirty().get()) {
            saveAll(then);
          }
        });
  }

  private void save(FlowDocument document, Runnable then) {
    workspace.ifPresent(open -> open.files().save(document, then));
  }

  /** Takes all changes that are not saved back, as edits that can be undone even later. */
  public void discardAll() {
    flows.stream()
        .filter(flow -> flow.dirty().get())
        .forEach(flow -> flow.discard(messages.get("command.discard")));
  }

  /** Shows a flow no more whose file is gone, and offers to show it again. */
  public void drop(FlowDocument document) {
    workspace.ifPresent(open -> open.files().drop(document));
  }

  /** All flows as they are edited. */
  public List<StoredFlow> stored() {
    return flows.stream().map(flow -> flow.stored().get()).toList();
  }

  private void opened(ProjectOpening read, CompletableFuture<FlowFiles> ready) {
    closeProject();
    OpenProject owner = read.project();
    var checks = new FlowChecks(owner, this::stored, tasks, ui, this::failed);
    var shown = new FlowFiles.Flows(flows, active);
    var voice = new FlowFiles.Voice(this::failed, this::tell);
    var files = new FlowFiles(owner, shown, checks, trust, tasks, messages, voice);
    workspace = Optional.of(new Workspace(checks, files));
    project.set(Optional.of(owner));
    flows.setAll(read.flows().stream().map(read::document).toList());
    trust.begin(owner, flows, read.known());
    checks.followAll(flows);
    newsSeen();
    active.set(flows.stream().findFirst());
    found.restored(read.restored(flows));
    if (!read.problems().isEmpty()) {
      failure.set(read.problems());
    }
    ready.complete(files);
  }

  /** Compiles all flows anew, since something beside them has changed. */
  public void checkAll() {
    workspace.ifPresent(open -> open.checks().all(flows, active.get()));
  }

  /** Shows what could not be done. */
  public void failed(QarionException error) {
    failure.set(error.problems());
  }
}
