package io.qarion.app.designer.dataset;

import io.qarion.app.designer.command.Command;
import io.qarion.app.designer.command.CommandStack;
import io.qarion.app.designer.i18n.Messages;
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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A dataset that is edited, and nothing written before it is saved. For the window's thread. */
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
  private final CommandStack commands = new CommandStack();

  public DatasetModel(
      DesignerSession session, BackgroundTasks tasks, UiThread ui, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.looking = new LatestTask(tasks, ui, "Look at the data of a dataset", 0);
    session.project().subscribe(_ -> close());
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

  /** The edits of what is edited now. */
  CommandStack commands() {
    return commands;
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
    Optional<StoredDataset> stored = stored(name);
    Optional<Dataset> dataset = made(name).or(() -> stored.map(StoredDataset::dataset));
    commands.restore(List.of(), List.of());
    refusal.set("");
    Optional<TomlDocument> text = stored.map(StoredDataset::document);
    edited.set(
        dataset.map(found ->
            new EditedDataset(
                found, text, text, stored.filter(StoredDataset::isReadOnly).isPresent())));
    look();
    return dataset.isPresent();
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
        .ifPresent(now -> {
          TomlDocument text = DatasetEdits.declaration(now.made(), now.columns());
          run(messages.get("dataset.declare"), now, Optional.of(text));
        });
  }

  /**
   * Changes the draft by a command that can be undone; what can't be done is said.
   *
   * @param name what it does, for the buttons that undo it
   */
  void edit(String name, UnaryOperator<TomlDocument> change) {
    edited
        .get()
        .filter(now -> now.isDeclared() && !now.readOnly())
        .ifPresent(now -> {
          try {
            Optional<TomlDocument> after = now.draft().map(change);
            refusal.set("");
            if (!after.map(TomlDocument::text).equals(now.draft().map(TomlDocument::text))) {
              run(name, now, after);
            }
          } catch (QarionException e) {
            Problem problem = e.problems().getFirst();
            refusal.set((problem.message() + " " + problem.fix()).strip());
          }
        });
  }

  private void run(String name, EditedDataset now, Optional<TomlDocument> after) {
    commands.run(new DraftEdit(name, now.draft(), after));
  }

  /** A change of the draft. */
  private final class DraftEdit implements Command {

    private final String name;
    private final Optional<TomlDocument> before;
    private final Optional<TomlDocument> after;

    DraftEdit(String name, Optional<TomlDocument> before, Optional<TomlDocument> after) {
      this.name = name;
      this.before = before;
      this.after = after;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void run() {
      edited.set(edited.get().map(now -> now.withDraft(after)));
    }

    @Override
    public void undo() {
      edited.set(edited.get().map(now -> now.withDraft(before)));
    }
  }

  /** Writes the draft into its file; all flows are checked with it then. */
  void save() {
    Optional<EditedDataset> now = edited.get().filter(EditedDataset::isChanged);
    Optional<OpenProject> project = session.project().get();
    close();
    if (now.isEmpty() || now.get().draft().isEmpty() || project.isEmpty()) {
      return;
    }
    DatasetName name = now.get().made().name();
    TomlDocument draft = now.get().draft().get();
    tasks.<StoredDataset>start(
        messages.get("dataset.saving", name.value()),
        _ -> project.get().datasetFiles().write(name, now.get().before(), draft),
        written -> {
          session.checkAll();
          session.tell(News.of(messages.get("dataset.saved", written.file())));
        },
        session::failed);
  }

  /** Leaves the file as it is. */
  void close() {
    looking.cancel();
    edited.set(Optional.empty());
    data.set(List.of());
  }

  Schema declared() {
    return edited.get().map(EditedDataset::columns).orElse(Schema.EMPTY);
  }
}
