package io.qarion.app.designer.inspector;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.problem.TaskId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Edits of the visual steps inside the chosen step. */
final class RuleWork implements RuleTools.Work {

  private final DesignerSession session;
  private final FlowEditor editor;
  private final Messages messages;
  private final ReadOnlyBooleanWrapper visual = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Integer>> lookedAt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<TaskId> task = Optional.empty();

  RuleWork(DesignerSession session, FlowEditor editor, Messages messages) {
    this.session = session;
    this.editor = editor;
    this.messages = messages;
  }

  /** Follows the choice of a step. */
  void update(Optional<TaskId> chosen) {
    Optional<FlowDocument> flow = session.active().get();
    task =
        chosen.filter(
            step -> flow.filter(open -> RuleEdits.isVisual(open.document(), step)).isPresent());
    visual.set(task.isPresent());
    lookedAt.set(flow.flatMap(open -> open.lookedAt().get()));
  }

  ObservableValue<Boolean> visual() {
    return visual.getReadOnlyProperty();
  }

  void add(String operation) {
    task.ifPresent(step -> editor.rules().addInside(step, operation));
  }

  @Override
  public ObservableValue<Optional<Integer>> lookedAt() {
    return lookedAt.getReadOnlyProperty();
  }

  @Override
  public void look(RulePlace place) {
    boolean last = place.index() == place.count() - 1;
    session
        .active()
        .get()
        .ifPresent(
            flow -> flow.lookedAt().set(last ? Optional.empty() : Optional.of(place.index())));
  }

  @Override
  public void move(RulePlace place, String title, int to) {
    editor.edit(
        messages.get("command.rule-move", title),
        document -> RuleEdits.move(document, place.task(), place.index(), to));
  }

  @Override
  public void toggle(RulePlace place, String title) {
    editor.edit(
        messages.get(place.off() ? "command.rule-on" : "command.rule-off", title),
        document -> RuleEdits.enable(document, place.task(), place.index(), place.off()));
  }

  @Override
  public void own(RulePlace place) {
    editor.rules().split(place.task(), place.index());
  }

  @Override
  public void remove(RulePlace place, String title) {
    editor.edit(
        messages.get("command.rule-remove", title),
        document -> RuleEdits.remove(document, place.task(), place.index()));
  }
}
