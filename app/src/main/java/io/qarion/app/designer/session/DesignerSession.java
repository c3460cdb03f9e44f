package io.qarion.app.designer.session;

import io.qarion.app.designer.task.BackgroundTask;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.file.NaturalOrder;
import io.qarion.core.history.StepRecord;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.Processing;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is open in a window; all features meet here. To be used in the window's thread. */
public final class DesignerSession {

  private static final long TYPING_PAUSE_MILLIS = 150;

  private final Plugins plugins;
  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final ReadOnlyObjectWrapper<Optional<OpenProject>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<FlowDocument> flows = FXCollections.observableArrayList();
  private final ObservableList<FlowDocument> flowsSeen =
      FXCollections.unmodifiableObservableList(flows);
  private final ObjectProperty<Optional<FlowDocument>> active =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Problem>> failure =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<RunId>> askedRun =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<BackgroundTask> run = Optional.empty();

  public DesignerSession(Plugins plugins, BackgroundTasks tasks, UiThread ui) {
    this.plugins = plugins;
    this.tasks = tasks;
    this.ui = ui;
  }

  public Plugins plugins() {
    return plugins;
  }

  public ReadOnlyObjectProperty<Optional<OpenProject>> project() {
    return project.getReadOnlyProperty();
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

  /** What was done last and can be taken back. */
  public ReadOnlyObjectProperty<Optional<Notice>> notice() {
    return notice.getReadOnlyProperty();
  }

  /** Tells the user something, in place of what was told before. */
  public void tell(Notice news) {
    notice.set(Optional.of(news));
  }

  /** Says that the notice has been read. */
  public void noticeSeen() {
    notice.set(Optional.empty());
  }

  /** The run of the flow shown that somebody wants to see; whoever shows it empties this. */
  public ObjectProperty<Optional<RunId>> askedRun() {
    return askedRun;
  }

  /** Opens a project; one that is open is closed once the other is there. */
  public void open(Path folder) {
    Optional<OpenProject> old = project.get();
    tasks.start(
        "Open " + folder.getFileName(),
        _ -> {
          if (old.isPresent() && old.get().root().equals(folder.toAbsolutePath().normalize())) {
            old.get().close();
          }
          Opened opened = Opened.read(OpenProject.open(folder, plugins));
          old.ifPresent(OpenProject::close);
          return opened;
        },
        this::opened,
        this::failed);
  }

  /** Takes in a flow that has just got its file, and shows it. */
  public void add(StoredFlow stored) {
    var document = new FlowDocument(stored);
    int place = 0;
    while (place < flows.size()
        && NaturalOrder.INSTANCE.compare(flows.get(place).stored().get().file(), stored.file())
            < 0) {
      place++;
    }
    flows.add(place, document);
    watch(document);
    restoreLastRun(document);
    compileOthers(document);
    active.set(Optional.of(document));
  }

  /** A flow that was put back has been run before. */
  private void restoreLastRun(FlowDocument document) {
    project
        .get()
        .ifPresent(owner ->
            tasks.startQuietly(
                "Read the last run of " + document.id(),
                _ -> owner.lastSteps(document.id()),
                steps -> {
                  if (document.runState().events().isEmpty()) {
                    document.runState().restore(steps);
                  }
                },
                this::failed));
  }

  /** Lets go of a flow whose file is gone, and shows the one beside it. */
  public void remove(FlowDocument document) {
    int place = flows.indexOf(document);
    flows.remove(document);
    if (active.get().equals(Optional.of(document))) {
      active.set(
          flows.isEmpty()
              ? Optional.empty()
              : Optional.of(flows.get(Math.clamp(place, 0, flows.size() - 1))));
    }
    compileOthers(document);
  }

  /** Their datasets may have come or gone with the flow. */
  private void compileOthers(FlowDocument changed) {
    flows.stream()
        .filter(flow -> flow != changed)
        .forEach(flow -> compile(flow, new LatestTask(tasks, ui, "Check " + flow.id(), 0)));
  }

  /** Closes what is open, at once; the window is about to go. */
  public void close() {
    stop();
    project.get().ifPresent(OpenProject::close);
    project.set(Optional.empty());
  }

  /** Runs the flow that is shown, as it is shown; up to a step, if one is given. */
  public void run(Optional<TaskId> to) {
    if (active.get().isEmpty() || project.get().isEmpty()) {
      return;
    }
    FlowDocument document = active.get().get();
    OpenProject owner = project.get().get();
    if (document.runState().running().get()) {
      return;
    }
    StoredFlow stored = document.stored().get();
    List<StoredFlow> others = stored();
    run =
        Optional.of(
            tasks.start(
                "Run " + stored.flow().name(),
                cancellation ->
                    owner.run(
                        stored,
                        owner.compile(stored, others),
                        new RunOptions(Map.of(), to, new Processing.Incremental(), false, false),
                        event -> ui.run(() -> document.runState().accept(event)),
                        cancellation),
                _ -> run = Optional.empty(),
                this::failed));
  }

  /** Stops the run under way, if there is one. */
  public void stop() {
    run.ifPresent(BackgroundTask::cancel);
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
    project
        .get()
        .ifPresent(owner -> {
          StoredFlow edited = document.stored().get();
          tasks.start(
              "Save " + edited.file(),
              _ -> owner.save(document.id(), edited),
              written -> {
                document.saved(written.document());
                then.run();
              },
              this::failed);
        });
  }

  /** All flows as they are edited. */
  public List<StoredFlow> stored() {
    return flows.stream().map(flow -> flow.stored().get()).toList();
  }

  private void opened(Opened opened) {
    project.set(Optional.of(opened.project()));
    flows.setAll(opened.flows().stream().map(FlowDocument::new).toList());
    for (FlowDocument document : flows) {
      document.runState().restore(opened.lastSteps().getOrDefault(document.id(), List.of()));
      watch(document);
    }
    notice.set(Optional.empty());
    active.set(flows.stream().findFirst());
  }

  private void watch(FlowDocument document) {
    var compiling = new LatestTask(tasks, ui, "Check " + document.id(), TYPING_PAUSE_MILLIS);
    document.stored().addListener((_, _, _) -> compile(document, compiling));
    compile(document, new LatestTask(tasks, ui, "Check " + document.id(), 0));
  }

  private void compile(FlowDocument document, LatestTask compiling) {
    project
        .get()
        .ifPresent(owner -> {
          StoredFlow text = document.stored().get();
          List<StoredFlow> others = stored();
          compiling.<CompiledFlow>submit(
              _ -> owner.compile(text, others),
              flow -> document.compiled(text.document(), flow),
              this::failed);
        });
  }

  /** Shows what could not be done. */
  public void failed(QarionException error) {
    failure.set(error.problems());
  }

  /**
   * A project as it was read.
   *
   * @param lastSteps of each flow's last run
   */
  private record Opened(
      OpenProject project, List<StoredFlow> flows, Map<FlowId, List<StepRecord>> lastSteps) {

    static Opened read(OpenProject project) {
      List<StoredFlow> flows = project.session().model().flows();
      var steps = new java.util.LinkedHashMap<FlowId, List<StepRecord>>();
      flows.forEach(flow -> steps.put(flow.id(), project.lastSteps(flow.id())));
      return new Opened(project, flows, steps);
    }
  }
}
