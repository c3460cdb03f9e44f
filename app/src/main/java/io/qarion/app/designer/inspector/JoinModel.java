package io.qarion.app.designer.inspector;

import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.task.Work;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.run.JoinReport;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What one join will do; the newest question counts. To be used in the window's thread. */
final class JoinModel {

  /** Counting keeps the engine busy, and the rows of the step are waited for. */
  private static final long ROWS_FIRST_MILLIS = 400;

  private final LatestTask studying;
  private final ReadOnlyObjectWrapper<JoinState> state =
      new ReadOnlyObjectWrapper<>(new JoinState.Waiting());
  private Optional<Question> asked = Optional.empty();

  /** What the figures depend on. */
  record Question(CompiledFlow flow, RulePlace place, Optional<RunEvent.RunFinished> run) {}

  JoinModel(BackgroundTasks tasks, UiThread ui) {
    studying = new LatestTask(tasks, ui, "Count what a join matches", ROWS_FIRST_MILLIS);
  }

  ReadOnlyObjectProperty<JoinState> state() {
    return state.getReadOnlyProperty();
  }

  /** Asks, unless just that was asked before. */
  void ask(Question question, Work<JoinReport> study) {
    if (asked.filter(question::equals).isPresent()) {
      return;
    }
    asked = Optional.of(question);
    outdate();
    studying.submit(
        study,
        report -> state.set(new JoinState.Known(report, false)),
        error -> state.set(new JoinState.Failed(error.problems())));
  }

  /** What is shown belongs to what was there before. */
  void outdate() {
    state.set(
        switch (state.get()) {
          case JoinState.Known(JoinReport report, _) -> new JoinState.Known(report, true);
          case JoinState.Failed _, JoinState.Silent _, JoinState.Waiting _ ->
              new JoinState.Waiting();
        });
  }

  /** Counts nothing. */
  void silence(JoinState.Silence reason) {
    stop();
    state.set(new JoinState.Silent(reason));
  }

  /** Drops what was asked and what came of it: another join stands there now. */
  void forget() {
    stop();
    state.set(new JoinState.Waiting());
  }

  /** Drops what was asked. */
  void stop() {
    studying.cancel();
    asked = Optional.empty();
  }
}
