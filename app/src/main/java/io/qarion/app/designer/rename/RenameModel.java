package io.qarion.app.designer.rename;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.session.SharedEdits;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.rename.Known;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What gets another name or type, and what that would change. */
public final class RenameModel {

  private static final long TYPING_PAUSE_MILLIS = 150;

  private final DesignerSession session;
  private final Messages messages;
  private final LatestTask planning;
  private final ObjectProperty<Optional<Subject>> subject =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Optional<DataType>> type =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.NONE);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private boolean choosing;

  public RenameModel(
      DesignerSession session, BackgroundTasks tasks, UiThread ui, Messages messages) {
    this.session = session;
    this.messages = messages;
    this.planning = new LatestTask(tasks, ui, "Look for a name", TYPING_PAUSE_MILLIS);
    name.subscribe(_ -> look());
    type.subscribe(_ -> look());
    subject.subscribe(chosen -> {
      choosing = true;
      name.set(chosen.map(Subject::name).orElse(""));
      type.set(chosen.flatMap(Subject::type));
      choosing = false;
      look();
    });
  }

  /** What gets another name or type. */
  ObjectProperty<Optional<Subject>> subject() {
    return subject;
  }

  /** The name that it gets. */
  StringProperty name() {
    return name;
  }

  /** The type that it gets; empty for what has none. */
  ObjectProperty<Optional<DataType>> type() {
    return type;
  }

  /** What would change. */
  ReadOnlyObjectProperty<Plan> plan() {
    return plan.getReadOnlyProperty();
  }

  /** Whether a plan is being made. */
  ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** Whether the flow that is shown has something with a type to choose. */
  ObservableValue<Boolean> hasTypes() {
    return session
        .active()
        .flatMap(active ->
            active.map(RenameModel::hasTypes).orElseGet(() -> new SimpleObjectProperty<>(false)));
  }

  private static ObservableValue<Boolean> hasTypes(FlowDocument flow) {
    return flow.selection()
        .flatMap(step ->
            flow.stored()
                .map(stored -> step.isPresent() || stored.flow().input().schema().size() > 0));
  }

  /** What can be changed: of the step that is chosen, and the flow's input and variables. */
  List<Subject> subjects() {
    Optional<FlowDocument> active = session.active().get();
    if (active.isEmpty()) {
      return List.of();
    }
    Flow flow = active.get().stored().get().flow();
    Optional<TaskId> step = active.get().selection().get();
    Map<DatasetName, Schema> schemas = schemas();
    var subjects = new ArrayList<Subject>();
    for (Task task : flow.tasks()) {
      if (step.isEmpty() || step.get().equals(task.id())) {
        subjects.add(new Subject.OfStep(task.id()));
        task.target().ifPresent(target -> subjects.add(new Subject.OfDataset(target)));
        task.target()
            .filter(_ -> step.isPresent())
            .map(target -> schemas.getOrDefault(target, Schema.EMPTY))
            .ifPresent(schema ->
                schema
                    .columns()
                    .forEach(each ->
                        subjects.add(new Subject.OfColumn(task.id(), each.type(), each.name()))));
      }
    }
    flow.input()
        .schema()
        .columns()
        .forEach(column -> subjects.add(new Subject.OfInput(column.type(), column.name())));
    flow.variables().keys().forEach(key -> subjects.add(new Subject.OfVariable(key)));
    return List.copyOf(subjects);
  }

  private Map<DatasetName, Schema> schemas() {
    var schemas = new LinkedHashMap<DatasetName, Schema>();
    Stream<Dataset> declared = declared().stream().map(StoredDataset::dataset);
    Stream<Dataset> made =
        session.flows().stream()
            .flatMap(flow -> flow.compiled().get().stream())
            .flatMap(flow -> flow.datasets().stream());
    Stream.concat(declared, made)
        .forEach(
            dataset -> schemas.put(dataset.name(), TechnicalColumns.visible(dataset.schema(), "")));
    return schemas;
  }

  private List<StoredDataset> declared() {
    return session.project().get().map(OpenProject::datasets).orElse(List.of());
  }

  private void look() {
    planning.cancel();
    plan.set(Plan.NONE);
    Optional<Wish> wish = choosing ? Optional.empty() : wish().filter(Wish::isAny);
    looking.set(wish.isPresent());
    wish.ifPresent(each ->
        planning.<Plan>submit(
            _ -> each.plan(),
            made -> {
              looking.set(false);
              plan.set(made);
            },
            error -> {
              looking.set(false);
              session.failed(error);
            }));
  }

  private Optional<Wish> wish() {
    Optional<FlowDocument> active = session.active().get();
    Optional<OpenProject> project = session.project().get();
    if (active.isEmpty() || project.isEmpty()) {
      return Optional.empty();
    }
    var around =
        new Wish.Around(
            active.get().document().fileName(),
            new ProjectTexts(
                session.flows().stream().map(FlowDocument::document).toList(),
                declared().stream().map(StoredDataset::document).toList()),
            new Known(
                session.plugins().ruleTypes(),
                session.plugins().taskTypes(),
                session.plugins().flows(),
                schemas()),
            project.get().trial(session.stored()));
    return subject
        .get()
        .map(chosen -> {
          Optional<DataType> other = type.get().filter(each -> !chosen.type().equals(type.get()));
          return new Wish(chosen, name.get(), other, around);
        });
  }

  /** Does what is planned, as one edit of all flows and files that it concerns. */
  void apply() {
    Plan now = plan.get();
    Optional<FlowDocument> shown = session.active().get();
    if (shown.isEmpty() || now.wish().isEmpty() || !now.isPossible()) {
      return;
    }
    if (!isCurrent(now)) {
      session.failed(
          new QarionException(
              Problem.error(
                  "rename.changed",
                  Place.UNKNOWN,
                  messages.get("rename.changed"),
                  messages.get("rename.changed.fix"))));
      return;
    }
    Wish wish = now.wish().get();
    var words = new WishWords(wish, messages);
    var flows = new LinkedHashMap<FlowDocument, TomlDocument>();
    for (TomlDocument text : now.change().documents()) {
      session.flows().stream()
          .filter(flow -> flow.document().fileName().equals(text.fileName()))
          .forEach(flow -> flows.put(flow, text));
    }
    Optional<TaskId> chosen = shown.get().selection().get();
    var edit =
        new SharedEdits.Edit(words.command(), flows, now.declaredBefore(), now.declaredAfter());
    session
        .sharedEdits()
        .run(
            shown.get(),
            edit,
            () -> {
              stayChosen(shown.get(), chosen, wish);
              tell(words, edit, now.change().documents().size());
            });
  }

  private boolean isCurrent(Plan now) {
    return session.flows().stream()
        .allMatch(flow ->
            now.before(flow.document().fileName())
                .filter(text -> !text.equals(flow.document().text()))
                .isEmpty());
  }

  /** A step stays the one that all panels look at under its new id. */
  private static void stayChosen(FlowDocument shown, Optional<TaskId> chosen, Wish wish) {
    if (wish.subject() instanceof Subject.OfStep(TaskId step) && chosen.equals(Optional.of(step))) {
      shown.selection().set(Optional.of(new TaskId(wish.name())));
    }
  }

  /** What is beside the flow that is shown can't be seen to have changed. */
  private void tell(WishWords words, SharedEdits.Edit edit, int files) {
    if (files > 1 || edit.flows().isEmpty()) {
      var undo =
          new News.Offer(messages.get("rename.undo"), () -> session.sharedEdits().undo(edit));
      session.tell(new News(words.done(files), Optional.of(undo)));
    }
  }
}
