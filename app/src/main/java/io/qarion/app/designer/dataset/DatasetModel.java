package io.qarion.app.designer.dataset;

import io.qarion.app.designer.command.CommandStack;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DatasetDraft;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.DatasetEdits;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * A dataset that is edited, and nothing written before it is saved; its edits outlive this. For the
 * window's thread.
 */
public final class DatasetModel {

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final LatestTask looking;
  private final ReadOnlyObjectWrapper<Optional<EditedDataset>> edited =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<DataFound>> data =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<String> refusal = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyObjectWrapper<Optional<DatasetDraft>> draft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Subscription shown = Subscription.EMPTY;

  public DatasetModel(
      DesignerSession session, BackgroundTasks tasks, UiThread ui, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.looking = new LatestTask(tasks, ui, "Look at the data of a dataset", 0);
    session.project().subscribe(_ -> leave());
  }

  /** What is edited; empty while nothing is. */
  ReadOnlyObjectProperty<Optional<EditedDataset>> edited() {
    return edited.getReadOnlyProperty();
  }

  /** Columns of the files and the table that belong to it. */
  ReadOnlyObjectProperty<List<DataFound>> data() {
    return data.getReadOnlyProperty();
  }

  /** Why the last edit was not made; empty if it was. */
  ReadOnlyObjectProperty<String> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** What would be undone; empty if nothing would. */
  ObservableValue<String> undoName() {
    return ofCommands(CommandStack::undoName);
  }

  /** What would be done again; empty if nothing would. */
  ObservableValue<String> redoName() {
    return ofCommands(CommandStack::redoName);
  }

  private ObservableValue<String> ofCommands(Function<CommandStack, ObservableValue<String>> name) {
    return draft.flatMap(now ->
        now.map(open -> name.apply(open.commands())).orElseGet(() -> new SimpleStringProperty("")));
  }

  /** The dataset that somebody wants to see. */
  ObjectProperty<Optional<DatasetName>> asked() {
    return session.asked().dataset();
  }

  /** Asks for what the chosen step writes, or else reads. */
  void askChosen() {
    session
        .active()
        .get()
        .flatMap(flow ->
            flow.selection()
                .get()
                .flatMap(step -> flow.compiled().get().flatMap(made -> made.dag().find(step))))
        .flatMap(DatasetModel::first)
        .ifPresent(name -> asked().set(Optional.of(name)));
  }

  private static Optional<DatasetName> first(DagNode step) {
    return step.writes().stream().findFirst().or(() -> step.reads().stream().findFirst());
  }

  /** Begins with a dataset; false if there is none of this name. */
  boolean open(DatasetName name) {
    leave();
    Optional<StoredDataset> stored = stored(name);
    Optional<Dataset> dataset = made(name).or(() -> stored.map(StoredDataset::dataset));
    Optional<OpenProject> project = session.project().get();
    refusal.set("");
    if (dataset.isEmpty() || project.isEmpty()) {
      return false;
    }
    DatasetDraft open =
        project.get().drafts().of(name, stored, messages.get("command.changed-outside"));
    boolean readOnly = stored.filter(StoredDataset::isReadOnly).isPresent();
    draft.set(Optional.of(open));
    shown =
        open.text()
            .subscribe(text ->
                edited.set(
                    Optional.of(
                        new EditedDataset(
                            dataset.get(), present(open.inFile()), present(text), readOnly))));
    look();
    return true;
  }

  /** An empty text stands for a file that is not there. */
  private static Optional<TomlDocument> present(TomlDocument text) {
    return Optional.of(text).filter(some -> !some.text().isEmpty());
  }

  private Optional<StoredDataset> stored(DatasetName name) {
    return session.project().get().map(OpenProject::datasets).orElse(List.of()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private Optional<Dataset> made(DatasetName name) {
    return session.flows().stream()
        .flatMap(flow -> flow.compiled().get().stream())
        .flatMap(flow -> flow.datasets().stream())
        .filter(dataset -> dataset.name().equals(name))
        .findFirst();
  }

  /** What there is in the project. */
  KnownDatasets known() {
    Map<DatasetName, Dataset> all = new LinkedHashMap<>();
    session.flows().stream()
        .flatMap(flow -> flow.compiled().get().stream())
        .flatMap(flow -> flow.datasets().stream())
        .forEach(dataset -> all.put(dataset.name(), dataset));
    session.project().get().map(OpenProject::datasets).orElse(List.of()).stream()
        .map(StoredDataset::dataset)
        .forEach(dataset -> all.put(dataset.name(), dataset));
    return new KnownDatasets(all);
  }

  private void look() {
    data.set(List.of());
    looking.cancel();
    Optional<OpenProject> project = session.project().get();
    Optional<EditedDataset> now = edited.get();
    if (project.isEmpty() || now.isEmpty() || !session.trust().isGiven()) {
      return;
    }
    var search =
        new DataSearch(project.get(), session.plugins(), session.stored(), now.get().made());
    looking.<List<DataFound>>submit(search::find, data::set, session::failed);
  }

  /** Which steps read or write it. */
  List<DatasetUse> uses() {
    var uses = new ArrayList<DatasetUse>();
    if (edited.get().isEmpty()) {
      return uses;
    }
    DatasetName name = edited.get().get().made().name();
    for (FlowDocument flow : session.flows()) {
      List<DagNode> steps =
          flow.compiled().get().map(CompiledFlow::dag).map(dag -> dag.steps()).orElse(List.of());
      for (DagNode step : steps) {
        if (step.writes().contains(name)) {
          uses.add(new DatasetUse(flow, step.id(), step.title(), true));
        } else if (step.reads().contains(name)) {
          uses.add(new DatasetUse(flow, step.id(), step.title(), false));
        }
      }
    }
    return uses;
  }

  /** Shows a step that uses it. */
  void show(DatasetUse use) {
    close();
    session.active().set(Optional.of(use.flow()));
    use.flow().selection().set(Optional.of(use.step()));
  }

  /** Declares the dataset with the columns that it has. */
  void declare() {
    edited
        .get()
        .filter(now -> !now.isDeclared())
        .ifPresent(now ->
            run(
                messages.get("dataset.declare"),
                DatasetEdits.declaration(now.made(), now.columns())));
  }

  /**
   * Changes the draft by a command that can be undone; what can't be done is said.
   *
   * @param name what it does, for the buttons that undo it
   */
  void edit(String name, UnaryOperator<TomlDocument> change) {
    edited
        .get()
        .filter(now -> !now.readOnly())
        .flatMap(EditedDataset::draft)
        .ifPresent(before -> {
          try {
            TomlDocument after = change.apply(before);
            refusal.set("");
            run(name, after);
          } catch (QarionException e) {
            Problem problem = e.problems().getFirst();
            refusal.set((problem.message() + " " + problem.fix()).strip());
          }
        });
  }

  private void run(String name, TomlDocument after) {
    draft.get().ifPresent(open -> open.edit(name, after));
  }

  /** Takes the last edit back. */
  void undo() {
    draft.get().map(DatasetDraft::commands).ifPresent(CommandStack::undo);
  }

  /** Does the edit again that was taken back last. */
  void redo() {
    draft.get().map(DatasetDraft::commands).ifPresent(CommandStack::redo);
  }

  /** Writes the draft into its file; all flows are checked with it then. */
  void save() {
    Optional<EditedDataset> now = edited.get().filter(EditedDataset::isChanged);
    Optional<OpenProject> project = session.project().get();
    Optional<DatasetDraft> open = draft.get();
    leave();
    if (now.isEmpty() || now.get().draft().isEmpty() || project.isEmpty() || open.isEmpty()) {
      return;
    }
    DatasetName name = now.get().made().name();
    TomlDocument text = now.get().draft().get();
    tasks.<StoredDataset>start(
        messages.get("dataset.saving", name.value()),
        _ -> project.get().datasetFiles().write(name, now.get().before(), text),
        written -> {
          open.get().saved(written.document());
          session.checkAll();
          session.tell(News.of(messages.get("dataset.saved", written.file())));
        },
        session::failed);
  }

  /** Leaves the file as it is; what was edited is given up by an edit that can be undone. */
  void close() {
    draft
        .get()
        .filter(DatasetDraft::isChanged)
        .ifPresent(open -> open.edit(messages.get("dataset.discard"), open.inFile()));
    leave();
  }

  private void leave() {
    looking.cancel();
    shown.unsubscribe();
    draft.set(Optional.empty());
    edited.set(Optional.empty());
    data.set(List.of());
  }

  Schema declared() {
    return edited.get().map(EditedDataset::columns).orElse(Schema.EMPTY);
  }
}
