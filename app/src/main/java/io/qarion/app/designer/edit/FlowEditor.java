package io.qarion.app.designer.edit;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.NewStep;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.edit.RuleMoves;
import io.qarion.core.edit.StepClipboard;
import io.qarion.core.edit.StepDrafts;
import io.qarion.core.edit.StepDrafts.Input;
import io.qarion.core.edit.StepEdits;
import io.qarion.core.edit.Wiring;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlValue;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Edits the steps of the flow that is shown, each time by one command that can be undone. What
 * can't be done is said, and nothing is changed. To be used in the window's thread.
 */
public final class FlowEditor {

  /** The types of flow whose steps are their tasks; others make theirs. */
  private static final Set<String> OF_TASKS = Set.of("standard", "orchestrator");

  private final DesignerSession session;
  private final Messages messages;
  private final Wiring wiring;
  private final StepMaker maker;

  public FlowEditor(DesignerSession session, Messages messages) {
    this.session = session;
    this.messages = messages;
    this.wiring = new Wiring(session.plugins().taskTypes());
    this.maker = new StepMaker(Set.copyOf(session.plugins().ruleTypes().operations()));
  }

  /** Whether steps can be put into the flow that is shown. */
  public boolean takesSteps() {
    return session
        .active()
        .get()
        .filter(flow -> OF_TASKS.contains(flow.stored().get().flow().flowType()))
        .isPresent();
  }

  /** The steps among some that were written by hand. */
  public Set<TaskId> written(Set<TaskId> steps) {
    List<TaskId> tasks =
        session.active().get().map(flow -> StepEdits.tasks(flow.document())).orElse(List.of());
    var written = new LinkedHashSet<>(steps);
    written.retainAll(tasks);
    return written;
  }

  /**
   * Adds a step that reads others, and chooses it.
   *
   * @param inputs those that could lead into it, the main one first; it takes as many as it can
   * @param finish what else belongs to the same edit, such as a place
   */
  public Optional<TaskId> add(
      StepEntry entry, List<TaskId> inputs, BiFunction<TomlDocument, TaskId, TomlDocument> finish) {
    return change(
        messages.get("command.add", entry.title()),
        (flow, document) -> {
          StepEdits.Added added = added(flow, document, entry.kind(), inputs);
          return new Changed(finish.apply(added.document(), added.id()), Optional.of(added.id()));
        });
  }

  /** Adds a step on an edge: between two that are connected. */
  public Optional<TaskId> addBetween(StepEntry entry, TaskId from, TaskId to) {
    return change(
        messages.get("command.add", entry.title()),
        (flow, document) -> {
          StepEdits.Added added = added(flow, document, entry.kind(), List.of(from));
          return new Changed(
              wiring.splice(added.document(), added.id(), from, to, name -> schema(flow, name)),
              Optional.of(added.id()));
        });
  }

  /** Puts a step that is there onto an edge. */
  public void splice(TaskId step, TaskId from, TaskId to, UnaryOperator<TomlDocument> finish) {
    change(
        messages.get("command.splice", step),
        (flow, document) ->
            new Changed(
                finish.apply(wiring.splice(document, step, from, to, name -> schema(flow, name))),
                Optional.of(step)));
  }

  /** Why no edge can be drawn; empty if it can. */
  public Optional<Problem> refusal(TaskId from, TaskId to) {
    Optional<FlowDocument> flow = session.active().get();
    if (flow.isEmpty()) {
      return Optional.empty();
    }
    try {
      return wiring.refusal(flow.get().document(), from, to);
    } catch (QarionException e) {
      return e.problems().stream().findFirst();
    }
  }

  /** The steps to which an edge can be drawn. */
  public Set<TaskId> targets(TaskId from) {
    return session
        .active()
        .get()
        .filter(flow -> flow.document().isValid())
        .map(flow -> wiring.targets(flow.document(), from))
        .orElse(Set.of());
  }

  /** Draws an edge. */
  public void connect(TaskId from, TaskId to) {
    change(
        messages.get("command.connect", from, to),
        (flow, document) ->
            new Changed(
                wiring.connect(document, from, to, name -> schema(flow, name)), Optional.of(to)));
  }

  /** Takes an edge away. */
  public void disconnect(TaskId from, TaskId to) {
    edit(
        messages.get("command.disconnect", from, to),
        document -> wiring.disconnect(document, from, to));
  }

  /** Takes steps out; those that read them read what they read. */
  public void remove(Set<TaskId> steps) {
    edit(messages.get("command.delete", names(steps)), text -> StepEdits.remove(text, steps));
  }

  /** Switches steps off, or on again where all of them are off. */
  public void toggle(Set<TaskId> steps) {
    boolean off =
        session
            .active()
            .get()
            .map(flow ->
                flow.stored().get().flow().tasks().stream()
                    .filter(task -> steps.contains(task.id()))
                    .noneMatch(task -> task.enabled()))
            .orElse(false);
    edit(
        messages.get(off ? "command.enable" : "command.disable", names(steps)),
        text -> StepEdits.enable(text, steps, off));
  }

  /** Gives a step another name for people. */
  public void title(TaskId step, String name) {
    edit(messages.get("command.rename-step", step), text -> StepEdits.title(text, step, name));
  }

  /** The text of steps, for the clipboard; empty if it can't be read. */
  public Optional<String> copy(Set<TaskId> steps) {
    return session
        .active()
        .get()
        .filter(flow -> flow.document().isValid() && !steps.isEmpty())
        .map(flow -> StepClipboard.copy(flow.document(), steps));
  }

  /** Puts the steps of a text into the flow; those that are new. */
  public Set<TaskId> paste(String text) {
    var ids = new AtomicReference<Set<TaskId>>(Set.of());
    change(
        messages.get("command.paste"),
        (flow, document) -> {
          StepClipboard.Pasted pasted = StepClipboard.paste(document, text, taken(flow));
          ids.set(new LinkedHashSet<>(pasted.ids()));
          return new Changed(pasted.document(), pasted.ids().stream().findFirst());
        });
    return ids.get();
  }

  /**
   * Lets a visual step work on the rows of a step: behind those that it has, or as a step of its
   * own where it is no visual transformation.
   */
  public void addRule(TaskId step, String title, TomlValue.Table rule) {
    change(
        messages.get("command.add", title),
        (flow, document) -> {
          if (RuleEdits.isVisual(document, step)) {
            return new Changed(RuleEdits.append(document, step, rule), Optional.of(step));
          }
          String operation =
              rule.entries().get("operation") instanceof TomlValue.Text(String text) ? text : "";
          NewStep like = maker.of(new StepKind.Operation(operation), inputs(flow, List.of(step)));
          StepEdits.Added added =
              StepEdits.add(document, NewStep.ofRule(like.id(), rule), List.of(step), taken(flow));
          return new Changed(added.document(), Optional.of(added.id()));
        });
  }

  /** Puts a visual step behind those of a task, set as well as can be guessed. */
  public void addInside(TaskId task, String operation) {
    change(
        messages.get("command.add", messages.find("rule." + operation).orElse(operation)),
        (flow, document) ->
            new Changed(
                RuleEdits.append(document, task, StepDrafts.rule(operation, within(flow, task))),
                Optional.empty()));
  }

  /** The rows of a task so far, and what it reads beside its main input. */
  private static List<Input> within(FlowDocument flow, TaskId step) {
    return flow.stored().get().flow().tasks().stream()
        .filter(task -> task.id().equals(step))
        .flatMap(task -> Stream.concat(task.target().stream(), task.sources().stream().skip(1)))
        .map(name -> new Input(name, schema(flow, name).orElse(Schema.EMPTY)))
        .toList();
  }

  /** Makes a task of the first visual steps of one, which that then reads. */
  public void split(TaskId task, int count) {
    change(
        messages.get("command.split", task),
        (flow, document) ->
            new Changed(
                RuleMoves.split(document, task, count, taken(flow)).document(), Optional.of(task)));
  }

  /** Puts the visual steps of a task before those of the only one that reads it. */
  public void merge(TaskId task) {
    change(
        messages.get("command.merge", task),
        (_, document) -> {
          StepEdits.Added merged = RuleMoves.merge(document, task);
          return new Changed(merged.document(), Optional.of(merged.id()));
        });
  }

  /** Any other edit of the flow that is shown. */
  public void edit(String name, UnaryOperator<TomlDocument> change) {
    change(name, (_, document) -> new Changed(change.apply(document), Optional.empty()));
  }

  private StepEdits.Added added(
      FlowDocument flow, TomlDocument document, StepKind kind, List<TaskId> possible) {
    List<TaskId> written = List.copyOf(written(new LinkedHashSet<>(possible)));
    List<TaskId> inputs = written.stream().limit(kind.mostInputs()).toList();
    return StepEdits.add(document, maker.of(kind, inputs(flow, inputs)), inputs, taken(flow));
  }

  private static List<Input> inputs(FlowDocument flow, List<TaskId> steps) {
    return steps.stream()
        .flatMap(step ->
            flow.stored().get().flow().tasks().stream().filter(task -> task.id().equals(step)))
        .flatMap(task -> task.target().stream())
        .map(name -> new Input(name, schema(flow, name).orElse(Schema.EMPTY)))
        .toList();
  }

  /** The columns of a dataset as the flow was last compiled. */
  private static Optional<Schema> schema(FlowDocument flow, DatasetName name) {
    return flow.compiled().get().map(CompiledFlow::datasets).stream()
        .flatMap(List::stream)
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .map(dataset -> TechnicalColumns.visible(dataset.schema(), ""));
  }

  /** Names of datasets that others make or describe. */
  private Set<String> taken(FlowDocument shown) {
    Stream<DatasetName> others =
        session.flows().stream()
            .filter(flow -> flow != shown)
            .flatMap(flow -> flow.compiled().get().stream())
            .flatMap(compiled -> compiled.datasets().stream())
            .map(Dataset::name);
    Stream<DatasetName> declared =
        session.project().get().map(OpenProject::datasets).orElse(List.of()).stream()
            .map(StoredDataset::dataset)
            .map(Dataset::name);
    var taken = new HashSet<String>();
    Stream.concat(others, declared).map(DatasetName::value).forEach(taken::add);
    return taken;
  }

  private String names(Set<TaskId> steps) {
    return steps.size() == 1
        ? steps.iterator().next().value()
        : messages.get("command.steps", steps.size());
  }

  /** A text, and the step that is chosen then. */
  private record Changed(TomlDocument document, Optional<TaskId> chosen) {}

  private Optional<TaskId> change(
      String name, BiFunction<FlowDocument, TomlDocument, Changed> change) {
    Optional<FlowDocument> shown = session.active().get();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    FlowDocument flow = shown.get();
    var chosen = new AtomicReference<Optional<TaskId>>(Optional.empty());
    try {
      checkTakesSteps();
      flow.edit(
          name,
          document -> {
            Changed changed = change.apply(flow, document);
            chosen.set(changed.chosen());
            return changed.document();
          });
      chosen.get().ifPresent(_ -> flow.selection().set(chosen.get()));
    } catch (QarionException e) {
      session.failed(e);
    }
    return chosen.get();
  }

  private void checkTakesSteps() {
    if (!takesSteps()) {
      throw new QarionException(
          Problem.error(
              "edit.typed_flow",
              Place.UNKNOWN,
              "The steps of this flow are made by its type.",
              "Change its settings in the inspector, or make a flow of tasks."));
    }
  }
}
