package io.qarion.app.designer.session;

import io.qarion.app.designer.task.BackgroundTask;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.plan.Processing;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The runs that were started in this window and are under way. */
final class FlowRuns {

  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final Consumer<QarionException> failed;
  private final Map<FlowDocument, BackgroundTask> running = new LinkedHashMap<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  FlowRuns(BackgroundTasks tasks, UiThread ui, Consumer<QarionException> failed) {
    this.tasks = tasks;
    this.ui = ui;
    this.failed = failed;
  }

  /**
   * Runs a flow as it is shown; nothing happens if it runs already.
   *
   * @param others all flows of the project
   */
  void start(
      OpenProject owner, FlowDocument document, List<StoredFlow> others, Optional<TaskId> to) {
    if (running.containsKey(document)) {
      return;
    }
    StoredFlow stored = document.stored().get();
    running.put(
        document,
        tasks.start(
            "Run " + stored.flow().name(),
            cancellation ->
                owner.run(
                    stored,
                    others,
                    new RunOptions(Map.of(), to, new Processing.Incremental(), false, false),
                    event -> ui.run(() -> document.runState().accept(event)),
                    cancellation),
            _ -> over(document),
            error -> {
              over(document);
              failed.accept(error);
            }));
  }

  /** Asks the run of a flow to stop, if there is one. */
  void stop(FlowDocument document) {
    Optional.ofNullable(running.get(document)).ifPresent(BackgroundTask::cancel);
  }

  /** Asks all to stop. */
  void stopAll() {
    running.values().forEach(BackgroundTask::cancel);
  }

  /** Does something when nothing runs any more; at once if nothing does. */
  void whenOver(Runnable then) {
    if (running.isEmpty()) {
      then.run();
    } else {
      afterwards.add(then);
    }
  }

  private void over(FlowDocument document) {
    running.remove(document);
    if (running.isEmpty()) {
      List<Runnable> now = List.copyOf(afterwards);
      afterwards.clear();
      now.forEach(Runnable::run);
    }
  }
}
