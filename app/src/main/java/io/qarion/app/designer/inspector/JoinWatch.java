package io.qarion.app.designer.inspector;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.JoinRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Lets what is said of joins follow the chosen step, its text, the runs and the trust. */
final class JoinWatch {

  private final DesignerSession session;
  private final FlowEditor editor;
  private final Messages messages;
  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final Map<Integer, JoinModel> models = new HashMap<>();
  private Optional<Target> target = Optional.empty();

  private record Target(FlowDocument flow, TaskId step) {}

  JoinWatch(
      DesignerSession session,
      FlowEditor editor,
      Messages messages,
      BackgroundTasks tasks,
      UiThread ui) {
    this.session = session;
    this.editor = editor;
    this.messages = messages;
    this.tasks = tasks;
    this.ui = ui;
  }

  /** What is known of the join at that place of the chosen step. */
  ObservableValue<JoinState> at(RulePlace place) {
    return model(place.index()).state();
  }

  /** Name of what comes in on the left, where nothing is done to it before the join. */
  Optional<String> leftName(RulePlace place) {
    return target
        .filter(_ -> place.index() == 0)
        .flatMap(shown -> task(shown.flow().stored().get().flow(), place.task()))
        .flatMap(task -> task.sources().stream().findFirst())
        .map(name -> name.value());
  }

  /** Joins on other columns. */
  void take(RulePlace place, JoinRows.Pair pair) {
    editor.edit(
        messages.get("join.command", pair.left(), pair.right()),
        document -> RuleEdits.joinOn(document, place.task(), place.index(), List.of(pair)));
  }

  /**
   * Something has changed.
   *
   * @param joins those of the chosen step
   */
  void update(Optional<FlowDocument> flow, List<RulePlace> joins) {
    Optional<Target> now =
        flow.flatMap(
            open -> joins.stream().findFirst().map(place -> new Target(open, place.task())));
    if (!now.equals(target)) {
      models.values().forEach(JoinModel::forget);
      target = now;
    }
    models.forEach((index, model) -> {
      if (joins.stream().noneMatch(place -> place.index() == index)) {
        model.stop();
      }
    });
    now.ifPresent(shown -> joins.forEach(place -> update(shown.flow(), place)));
  }

  private void update(FlowDocument flow, RulePlace place) {
    JoinModel model = model(place.index());
    Optional<JoinState.Silence> silence = silence(place);
    Optional<OpenProject> project = session.project().get();
    Optional<CompiledFlow> compiled = flow.compiled().get().filter(made -> isOf(made, flow, place));
    if (silence.isPresent()) {
      model.silence(silence.get());
    } else if (project.isEmpty() || compiled.isEmpty()) {
      model.stop();
      model.outdate();
    } else {
      CompiledFlow made = compiled.get();
      model.ask(
          new JoinModel.Question(made, place, flow.runState().last().get()),
          cancellation ->
              project
                  .get()
                  .preview(made)
                  .join(place.task(), place.index(), place.joined().orElse(""))
                  .report(cancellation));
    }
  }

  private Optional<JoinState.Silence> silence(RulePlace place) {
    if (!session.trust().isGiven()) {
      return Optional.of(JoinState.Silence.NOT_TRUSTED);
    }
    if (place.off()) {
      return Optional.of(JoinState.Silence.OFF);
    }
    return place.joined().filter(String::isBlank).map(_ -> JoinState.Silence.NO_DATASET);
  }

  /** Whether what is compiled is what stands in the text; else it is about to be. */
  private static boolean isOf(CompiledFlow compiled, FlowDocument flow, RulePlace place) {
    return rules(compiled.flow(), place.task())
        .equals(rules(flow.stored().get().flow(), place.task()));
  }

  private static List<TaskRule> rules(Flow flow, TaskId step) {
    return task(flow, step).map(Task::rules).orElse(List.of());
  }

  private static Optional<Task> task(Flow flow, TaskId step) {
    return flow.tasks().stream().filter(task -> task.id().equals(step)).findFirst();
  }

  private JoinModel model(int index) {
    return models.computeIfAbsent(index, _ -> new JoinModel(tasks, ui));
  }
}
