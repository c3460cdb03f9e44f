package io.qarion.app.designer.edit;

import io.qarion.app.designer.edit.FlowChanges.Changed;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.NewStep;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.edit.RuleMoves;
import io.qarion.core.edit.StepDrafts;
import io.qarion.core.edit.StepDrafts.Input;
import io.qarion.core.edit.StepEdits;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Edits the visual steps inside the steps of the flow that is shown, as {@link FlowEditor} does.
 */
public final class RuleEditor {

  private final FlowChanges changes;
  private final StepMaker maker;
  private final Messages messages;

  RuleEditor(FlowChanges changes, StepMaker maker, Messages messages) {
    this.changes = changes;
    this.maker = maker;
    this.messages = messages;
  }

  /**
   * Lets a visual step work on the rows of a step: behind those that it has, or as a step of its
   * own where it is no visual transformation.
   */
  public void addRule(TaskId step, String title, TomlValue.Table rule) {
    changes.steps(
        messages.get("command.add", title),
        (flow, document) -> {
          if (RuleEdits.isVisual(document, step)) {
            return new Changed(RuleEdits.append(document, step, rule), Optional.of(step));
          }
          String operation =
              rule.entries().get("operation") instanceof TomlValue.Text(String text) ? text : "";
          NewStep like =
              maker.of(new StepKind.Operation(operation), FlowChanges.inputs(flow, List.of(step)));
          StepEdits.Added added =
              StepEdits.add(
                  document, NewStep.ofRule(like.id(), rule), List.of(step), changes.taken(flow));
          return new Changed(added.document(), Optional.of(added.id()));
        });
  }

  /** Puts a visual step behind those of a task, set as well as can be guessed. */
  public void addInside(TaskId task, String operation) {
    changes.steps(
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
        .map(name -> new Input(name, FlowChanges.schema(flow, name).orElse(Schema.EMPTY)))
        .toList();
  }

  /** Makes a task of the first visual steps of one, which that then reads. */
  public void split(TaskId task, int count) {
    changes.steps(
        messages.get("command.split", task),
        (flow, document) ->
            new Changed(
                RuleMoves.split(document, task, count, changes.taken(flow)).document(),
                Optional.of(task)));
  }

  /** Puts the visual steps of a task before those of the only one that reads it. */
  public void merge(TaskId task) {
    changes.steps(
        messages.get("command.merge", task),
        (_, document) -> {
          StepEdits.Added merged = RuleMoves.merge(document, task);
          return new Changed(merged.document(), Optional.of(merged.id()));
        });
  }
}
