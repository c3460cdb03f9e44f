package io.qarion.app.designer.inspector;

import io.qarion.app.designer.edit.CodePlace;
import io.qarion.app.designer.edit.CodeRequest;
import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldProblems;
import io.qarion.app.designer.form.FieldValues;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Task;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.LoadTable;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredDataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** What is chosen, with its settings, its columns and its SQL. */
public final class InspectorModel {

  private final DesignerSession session;
  private final CodeRequest code;
  private final Messages messages;
  private final ObservableValue<List<String>> files;
  private final RuleWork rules;
  private final JoinWatch joins;
  private final LatestTask explaining;
  private final ReadOnlyObjectWrapper<List<Section>> sections =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<ColumnChange>> columns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loads = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sql = new ReadOnlyStringWrapper("");
  private Optional<FlowDocument> shown = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  /**
   * What is chosen of a session.
   *
   * @param files those with data, and their folders, relative to the project; found later than the
   *     flow is shown
   */
  public InspectorModel(
      DesignerSession session,
      FlowEditor editor,
      CodeRequest code,
      Messages messages,
      ObservableValue<List<String>> files,
      BackgroundTasks tasks,
      UiThread ui) {
    this.code = code;
    this.files = files;
    this.session = session;
    this.messages = messages;
    this.rules = new RuleWork(session, editor, messages);
    this.joins = new JoinWatch(session, editor, messages, tasks, ui);
    this.explaining = new LatestTask(tasks, ui, "Explain the step", 0);
    session.active().subscribe(this::show);
    session.trust().state().subscribe((_, _) -> watchJoins());
  }

  public ReadOnlyObjectProperty<List<Section>> sections() {
    return sections.getReadOnlyProperty();
  }

  /** The columns that come out, and those that no longer do; empty while they are not known. */
  public ReadOnlyObjectProperty<List<ColumnChange>> columns() {
    return columns.getReadOnlyProperty();
  }

  /** Name of the step, or of the flow where no step is chosen. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** What kind of thing it is, as key of its icon. */
  public ReadOnlyStringProperty kind() {
    return kind.getReadOnlyProperty();
  }

  /** The statement that computes the step; empty if there is none. */
  public ReadOnlyStringProperty sql() {
    return sql.getReadOnlyProperty();
  }

  /** Whether what is chosen loads a file. */
  ReadOnlyBooleanProperty loads() {
    return loads.getReadOnlyProperty();
  }

  /** What can be done with visual steps. */
  RuleTools.Work rules() {
    return rules;
  }

  /** What the joins of the chosen step will do. */
  JoinWatch joins() {
    return joins;
  }

  /** Whether the chosen step consists of visual steps. */
  ObservableValue<Boolean> visual() {
    return rules.visual();
  }

  /** The operations that there are, as files write them. */
  List<String> operations() {
    return session.plugins().ruleTypes().operations();
  }

  /** Adds a visual step to the chosen one. */
  void addRule(String operation) {
    rules.add(operation);
  }

  /** Writes a setting into the text, as an edit that can be undone. */
  public void change(Field field, String text) {
    shown.ifPresent(document -> {
      if (FieldValues.isValid(field, text)) {
        int steps = field.shared().others().size() + 1;
        document.edit(
            steps == 1
                ? messages.get("command.change", field.label())
                : messages.get("command.change-several", field.label(), steps),
            before -> FieldValues.write(before, field, text));
      }
    });
  }

  /** Edits code in the large, from the text that a field has now. */
  void enlarge(Field field, String text) {
    shown.ifPresent(flow ->
        node(flow)
            .ifPresent(node ->
                code.ask(
                    new CodePlace(
                        node.id(),
                        field.path(),
                        field.kind() == Field.Kind.EXPRESSION
                            ? CodePlace.Language.EXPRESSION
                            : CodePlace.Language.SQL,
                        field.label(),
                        text,
                        field.known().columns(),
                        sources(flow, node),
                        List.copyOf(flow.stored().get().flow().variables().values().keySet())))));
  }

  private Map<String, Schema> sources(FlowDocument flow, DagNode node) {
    StepColumns known = known(flow);
    return node.reads().stream().collect(Collectors.toMap(DatasetName::value, known::of));
  }

  /** Takes the entry of a list that a section shows out of it, as an edit that can be undone. */
  public void remove(Section section) {
    shown.ifPresent(document ->
        section
            .entry()
            .ifPresent(entry ->
                document.edit(
                    messages.get("command.remove", section.title()),
                    before -> before.remove(entry))));
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    shown = document;
    subscription =
        document
            .map(flow ->
                Subscription.combine(
                    flow.stored().subscribe(_ -> update(flow)),
                    flow.compiled().subscribe(_ -> update(flow)),
                    flow.problems().subscribe(() -> update(flow)),
                    flow.selection().subscribe(_ -> update(flow)),
                    flow.together().subscribe((_, _) -> update(flow)),
                    flow.lookedAt().subscribe((_, _) -> update(flow)),
                    flow.runState().last().subscribe((_, _) -> watchJoins()),
                    files.subscribe(() -> update(flow))))
            .orElse(Subscription.EMPTY);
    watchJoins();
  }

  private void watchJoins() {
    joins.update(
        shown,
        sections.get().stream()
            .flatMap(section -> section.rule().stream())
            .filter(RulePlace::isJoin)
            .toList());
  }

  private void update(FlowDocument flow) {
    List<Task> together = together(flow);
    if (together.size() > 1) {
      showSeveral(flow, together);
    } else {
      showOne(flow);
    }
  }

  /** The steps that are chosen together and have settings of their own. */
  private static List<Task> together(FlowDocument flow) {
    return flow.together().get().size() > 1
        ? flow.stored().get().flow().tasks().stream()
            .filter(task -> flow.together().get().contains(task.id()))
            .toList()
        : List.of();
  }

  private void showSeveral(FlowDocument flow, List<Task> tasks) {
    if (flow.document().isValid()) {
      var problems = new FieldProblems(flow.problems());
      sections.set(
          forms(flow, known(flow)).shared(tasks).stream()
              .map(section -> section.said(problems))
              .toList());
    }
    rules.update(Optional.empty());
    title.set(messages.get("command.steps", tasks.size()));
    boolean alike = tasks.stream().map(Task::type).distinct().count() == 1;
    kind.set(alike ? tasks.getFirst().type() : "group");
    columns.set(List.of());
    watchJoins();
    explaining.cancel();
    sql.set("");
  }

  private FormSections forms(FlowDocument flow, StepColumns known) {
    return new FormSections(
        session.plugins(),
        messages,
        flow.document(),
        flow.stored().get().flow(),
        known,
        files.getValue());
  }

  private void showOne(FlowDocument flow) {
    Optional<DagNode> node = node(flow);
    StepColumns known = known(flow);
    if (flow.document().isValid()) {
      var problems = new FieldProblems(flow.problems());
      sections.set(
          forms(flow, known).of(node).stream().map(section -> section.said(problems)).toList());
    }
    rules.update(node.map(DagNode::id));
    loads.set(
        LoadTable.of(
                session.plugins(),
                flow.stored().get().flow(),
                flow.stored().get().file(),
                flow.selection().get(),
                session.project().get().map(OpenProject::datasets).orElse(List.of()))
            .isPresent());
    title.set(node.map(DagNode::title).orElseGet(() -> flow.stored().get().flow().name()));
    kind.set(node.map(step -> step.type().text()).orElse(flow.stored().get().flow().flowType()));
    columns.set(
        node.map(step ->
                ColumnChange.between(
                    step.reads().stream().map(known::of).toList(),
                    step.writes().stream()
                        .findFirst()
                        .filter(_ -> flow.compiled().get().isPresent())
                        .map(known::of)
                        .orElse(Schema.EMPTY)))
            .orElse(List.of()));
    watchJoins();
    explain(flow, node.map(DagNode::id));
  }

  private void explain(FlowDocument flow, Optional<TaskId> step) {
    Optional<CompiledFlow> compiled = flow.compiled().get();
    Optional<OpenProject> project = session.project().get();
    if (step.isEmpty() || compiled.isEmpty() || project.isEmpty()) {
      explaining.cancel();
      sql.set("");
      return;
    }
    explaining.submit(
        _ -> project.get().preview(compiled.get()).explain(step.get()), sql::set, _ -> sql.set(""));
  }

  private static Optional<DagNode> node(FlowDocument flow) {
    return flow.selection()
        .get()
        .flatMap(step -> flow.compiled().get().flatMap(compiled -> compiled.dag().find(step)));
  }

  private StepColumns known(FlowDocument flow) {
    return new StepColumns(
        flow.compiled().get().map(CompiledFlow::datasets).orElse(List.of()),
        session.project().get().map(OpenProject::datasets).orElse(List.of()).stream()
            .map(StoredDataset::dataset)
            .toList());
  }
}
