package io.qarion.app.designer.rename;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.rename.Known;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.edit.rename.RenameColumn;
import io.qarion.core.edit.rename.RenameDataset;
import io.qarion.core.edit.rename.RenameTask;
import io.qarion.core.edit.rename.RenameVariable;
import io.qarion.core.edit.rename.Renaming;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A name that is being changed, and what that would change. */
public final class RenameModel {

  private static final long TYPING_PAUSE_MILLIS = 150;

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final LatestTask planning;
  private final ObjectProperty<Optional<Subject>> subject =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.NONE);

  public RenameModel(
      DesignerSession session, BackgroundTasks tasks, UiThread ui, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.planning = new LatestTask(tasks, ui, "Look for a name", TYPING_PAUSE_MILLIS);
    name.subscribe(_ -> look());
    subject.subscribe(chosen -> {
      name.set(chosen.map(Subject::name).orElse(""));
      look();
    });
  }

  /** What gets another name. */
  ObjectProperty<Optional<Subject>> subject() {
    return subject;
  }

  /** The name that it gets. */
  StringProperty name() {
    return name;
  }

  /** What would change. */
  ReadOnlyObjectProperty<Plan> plan() {
    return plan.getReadOnlyProperty();
  }

  /** What can be renamed: of the step that is chosen, and the flow's variables. */
  List<Subject> subjects() {
    Optional<FlowDocument> active = session.active().get();
    if (active.isEmpty()) {
      return List.of();
    }
    Flow flow = active.get().stored().get().flow();
    Optional<TaskId> step = active.get().selection().get();
    var subjects = new ArrayList<Subject>();
    for (Task task : flow.tasks()) {
      if (step.isEmpty() || step.get().equals(task.id())) {
        subjects.add(new Subject.OfStep(task.id()));
        task.target().ifPresent(target -> subjects.add(new Subject.OfDataset(target)));
        task.target()
            .filter(_ -> step.isPresent())
            .flatMap(target -> Optional.ofNullable(schemas().get(target)))
            .map(Schema::names)
            .orElse(List.of())
            .forEach(column -> subjects.add(new Subject.OfColumn(task.id(), column)));
      }
    }
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
    Optional<FlowDocument> active = session.active().get();
    Optional<Subject> chosen = subject.get().filter(each -> !each.name().equals(name.get()));
    if (active.isEmpty() || chosen.isEmpty() || name.get().isBlank()) {
      return;
    }
    Subject what = chosen.get();
    TomlDocument flow = active.get().document();
    String to = name.get();
    var texts =
        new ProjectTexts(
            session.flows().stream().map(FlowDocument::document).toList(),
            declared().stream().map(StoredDataset::document).toList());
    var known =
        new Known(
            session.plugins().ruleTypes(),
            session.plugins().taskTypes(),
            session.plugins().flows(),
            schemas());
    planning.<Plan>submit(_ -> plan(what, to, flow, texts, known), plan::set, session::failed);
  }

  private static Plan plan(
      Subject what, String to, TomlDocument flow, ProjectTexts texts, Known known) {
    try {
      return new Plan(texts, renaming(what, to, flow, texts, known), what.name(), to, "");
    } catch (QarionException e) {
      Problem problem = e.problems().getFirst();
      return new Plan(
          texts,
          new Renaming(List.of(), List.of()),
          what.name(),
          to,
          problem.message() + " " + problem.fix());
    }
  }

  private static Renaming renaming(
      Subject what, String to, TomlDocument flow, ProjectTexts texts, Known known) {
    return switch (what) {
      case Subject.OfStep(TaskId step) -> new RenameTask(flow).of(step, new TaskId(to));
      case Subject.OfDataset(DatasetName dataset) ->
          new RenameDataset(texts, known).of(dataset, new DatasetName(to));
      case Subject.OfColumn(TaskId step, String column) ->
          new RenameColumn(texts, known).of(flow.fileName(), step, column, to);
      case Subject.OfVariable(String variable) ->
          new RenameVariable(texts).of(flow.fileName(), variable, to);
    };
  }

  /** Does what is planned: one edit a flow, each to be undone by itself. */
  void apply() {
    Plan now = plan.get();
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty() || !now.isPossible()) {
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
    List<TomlDocument> declared =
        now.renaming().documents().stream()
            .filter(each -> now.before(each.fileName()).isEmpty())
            .toList();
    if (declared.isEmpty()) {
      edit(now);
      return;
    }
    OpenProject owner = project.get();
    tasks.start(
        "Write datasets",
        _ -> {
          owner.datasetFiles().write(declared);
          return now;
        },
        this::edit,
        session::failed);
  }

  private boolean isCurrent(Plan now) {
    return session.flows().stream()
        .allMatch(flow ->
            now.before(flow.document().fileName())
                .filter(text -> !text.equals(flow.document().text()))
                .isEmpty());
  }

  private void edit(Plan now) {
    String command = messages.get("rename.command", now.from(), now.to());
    change(now, command);
    int files = now.renaming().documents().size();
    if (files > 1) {
      session.tell(
          new News(
              messages.get("rename.done", now.from(), now.to(), files),
              Optional.of(new News.Offer(messages.get("rename.undo"), () -> undo(now, command)))));
    }
  }

  /** Takes all of it back at once, but for flows that have been edited since. */
  private void undo(Plan now, String command) {
    session.newsSeen();
    for (FlowDocument flow : session.flows()) {
      boolean isLast = flow.commands().undoName().get().equals(command);
      boolean isChanged =
          now.renaming().documents().stream()
              .anyMatch(each -> each.text().equals(flow.document().text()));
      if (isLast && isChanged) {
        flow.commands().undo();
      }
    }
    Optional<OpenProject> project = session.project().get();
    List<TomlDocument> before = now.declaredBefore();
    if (project.isPresent() && !before.isEmpty()) {
      tasks.start(
          "Write datasets",
          _ -> {
            project.get().datasetFiles().write(before);
            return now;
          },
          _ -> {},
          session::failed);
    }
  }

  private void change(Plan now, String command) {
    for (TomlDocument document : now.renaming().documents()) {
      session.flows().stream()
          .filter(flow -> flow.document().fileName().equals(document.fileName()))
          .findFirst()
          .ifPresent(flow -> {
            Optional<TaskId> chosen = flow.selection().get();
            flow.edit(command, _ -> document);
            chosen
                .filter(step -> step.value().equals(now.from()))
                .filter(_ -> subject.get().filter(Subject.OfStep.class::isInstance).isPresent())
                .ifPresent(_ -> flow.selection().set(Optional.of(new TaskId(now.to()))));
          });
    }
  }
}
