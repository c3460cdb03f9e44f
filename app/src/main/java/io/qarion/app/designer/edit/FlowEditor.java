package io.qarion.app.designer.edit;

import io.qarion.app.designer.edit.FlowChanges.Changed;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.edit.StepClipboard;
import io.qarion.core.edit.StepEdits;
import io.qarion.core.edit.StepGroups;
import io.qarion.core.edit.Wiring;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Edits the steps of the flow that is shown, each time by one command that can be undone. What
 * can't be done is said, and nothing is changed. To be used in the window's thread.
 */
public final class FlowEditor {

  private final DesignerSession session;
  private final FlowChanges changes;
  private final Messages messages;
  private final Wiring wiring;
  private final StepMaker maker;
  private final RuleEditor rules;

  public FlowEditor(DesignerSession session, Messages messages) {
    this.session = session;
    this.changes = new FlowChanges(session);
    this.messages = messages;
    this.wiring = new Wiring(session.plugins().taskTypes());
    this.maker = new StepMaker(Set.copyOf(session.plugins().ruleTypes().operations()));
    this.rules = new RuleEditor(changes, maker, messages);
  }

  /** Edits of the visual steps inside the steps. */
  public RuleEditor rules() {
    return rules;
  }

  /** Whether steps can be put into the flow that is shown. */
  public boolean takesSteps() {
    return changes.takesSteps();
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
    return changes.steps(
        messages.get("command.add", entry.title()),
        (flow, document) -> {
          StepEdits.Added added = added(flow, document, entry.kind(), inputs);
          return new Changed(finish.apply(added.document(), added.id()), Optional.of(added.id()));
        });
  }

  /** Adds a step on an edge: between two that are connected. */
  public Optional<TaskId> addBetween(StepEntry entry, TaskId from, TaskId to) {
    return changes.steps(
        messages.get("command.add", entry.title()),
        (flow, document) -> {
          StepEdits.Added added = added(flow, document, entry.kind(), List.of(from));
          TomlDocument spliced =
              wiring.splice(
                  added.document(), added.id(), from, to, name -> FlowChanges.schema(flow, name));
          return new Changed(
              StepGroups.join(spliced, added.id(), List.of(from, to)), Optional.of(added.id()));
        });
  }

  /** Puts a step that is there onto an edge. */
  public void splice(TaskId step, TaskId from, TaskId to, UnaryOperator<TomlDocument> finish) {
    changes.steps(
        messages.get("command.splice", step),
        (flow, document) ->
            new Changed(
                finish.apply(
                    wiring.splice(
                        document, step, from, to, name -> FlowChanges.schema(flow, name))),
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
    changes.steps(
        messages.get("command.connect", from, to),
        (flow, document) ->
            new Changed(
                wiring.connect(document, from, to, name -> FlowChanges.schema(flow, name)),
                Optional.of(to)));
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
    changes.steps(
        messages.get("command.paste"),
        (flow, document) -> {
          StepClipboard.Pasted pasted = StepClipboard.paste(document, text, changes.taken(flow));
          ids.set(new LinkedHashSet<>(pasted.ids()));
          return new Changed(pasted.document(), pasted.ids().stream().findFirst());
        });
    return ids.get();
  }

  /** Any other edit of the flow that is shown. */
  public void edit(String name, UnaryOperator<TomlDocument> change) {
    changes.steps(name, (_, document) -> new Changed(change.apply(document), Optional.empty()));
  }

  private StepEdits.Added added(
      FlowDocument flow, TomlDocument document, StepKind kind, List<TaskId> possible) {
    List<TaskId> written = List.copyOf(written(new LinkedHashSet<>(possible)));
    List<TaskId> inputs = written.stream().limit(kind.mostInputs()).toList();
    return StepEdits.add(
        document, maker.of(kind, FlowChanges.inputs(flow, inputs)), inputs, changes.taken(flow));
  }

  /**
   * An edit of what only the designer reads, such as places, notes and groups; flows of all types
   * have these.
   */
  public void draw(String name, UnaryOperator<TomlDocument> change) {
    changes.any(name, (_, document) -> new Changed(change.apply(document), Optional.empty()));
  }

  private String names(Set<TaskId> steps) {
    return steps.size() == 1
        ? steps.iterator().next().value()
        : messages.get("command.steps", steps.size());
  }
}
