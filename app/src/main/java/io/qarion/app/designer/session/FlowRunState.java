package io.qarion.app.designer.session;

import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.progress.TimeLeft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The steps of a flow as runs leave them, live while one is under way. */
public final class FlowRunState {

  private final ObservableMap<TaskId, NodeState> nodes = FXCollections.observableHashMap();
  private final ObservableList<RunEvent> events = FXCollections.observableArrayList();
  private final ObservableMap<TaskId, NodeState> nodesSeen =
      FXCollections.unmodifiableObservableMap(nodes);
  private final ObservableList<RunEvent> eventsSeen =
      FXCollections.unmodifiableObservableList(events);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<RunEvent.RunFinished>> last =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Duration>> timeLeft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int batches;
  private TimeLeft estimate = new TimeLeft(Map.of());
  private final Map<TaskId, Long> before = new LinkedHashMap<>();

  /** State by step; a step that is not in it has never run. */
  public ObservableMap<TaskId, NodeState> nodes() {
    return nodesSeen;
  }

  public NodeState node(TaskId step) {
    return nodes.getOrDefault(step, NodeState.NOT_RUN);
  }

  /** All events of the current or last run of this session, in order. */
  public ObservableList<RunEvent> events() {
    return eventsSeen;
  }

  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** How the last run of this session ended. */
  public ReadOnlyObjectProperty<Optional<RunEvent.RunFinished>> last() {
    return last.getReadOnlyProperty();
  }

  /** How long the run will still take, as far as it can be known. */
  public ReadOnlyObjectProperty<Optional<Duration>> timeLeft() {
    return timeLeft.getReadOnlyProperty();
  }

  /** Takes what the history knows of the last run. */
  public void restore(List<StepRecord> steps) {
    for (StepRecord step : steps) {
      nodes.put(
          step.step(), finished(step.step(), step.status(), step.statistics(), step.message()));
    }
  }

  /** Nothing is known of the flow's runs, such as where it has another id now. */
  void forget() {
    nodes.clear();
    events.clear();
    last.set(Optional.empty());
  }

  /** A sample may be taken before a step ends and come after it: the end stands. */
  private void progress(RunEvent.StepProgressed step) {
    if (node(step.step()).status() == NodeState.Status.RUNNING) {
      nodes.put(step.step(), node(step.step()).running(step.fraction()));
    }
  }

  /** Takes an event of a run. */
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted _ -> start();
      case RunEvent.BatchStarted batch -> {
        batches++;
        batch.steps().forEach(this::plan);
      }
      case RunEvent.StepStarted step -> nodes.put(step.step(), node(step.step()).running(-1));
      case RunEvent.StepProgressed step -> progress(step);
      case RunEvent.StepFinished step ->
          nodes.put(
              step.step(), finished(step.step(), step.status(), step.statistics(), step.message()));
      case RunEvent.RunFinished finished -> end(finished);
      case RunEvent.FileLoaded _,
          RunEvent.FileExported _,
          RunEvent.CheckFinished _,
          RunEvent.FlowCalled _ -> {}
    }
    events.add(event);
    estimate.accept(event);
    timeLeft.set(estimate.at(event.at()));
  }

  private void start() {
    events.clear();
    before.clear();
    batches = 0;
    var times = new LinkedHashMap<TaskId, Duration>();
    nodes.forEach((step, state) -> {
      if (state.rows() >= 0) {
        before.put(step, state.rows());
        times.put(step, state.duration());
      }
    });
    estimate = new TimeLeft(times);
    last.set(Optional.empty());
    running.set(true);
  }

  private void plan(PlannedStep step) {
    NodeState old = node(step.step());
    nodes.put(
        step.step(),
        step.runs()
            ? old.with(NodeState.Status.WAITING, step.reason())
            : old.with(NodeState.Status.UP_TO_DATE, step.reason()));
  }

  private void end(RunEvent.RunFinished finished) {
    running.set(false);
    last.set(Optional.of(finished));
    for (TaskId step : new ArrayList<>(nodes.keySet())) {
      if (node(step).status() == NodeState.Status.WAITING) {
        nodes.put(step, node(step).with(NodeState.Status.SKIPPED, finished.message()));
      } else if (batches == 0 && node(step).status() == NodeState.Status.DONE) {
        nodes.put(step, node(step).with(NodeState.Status.UP_TO_DATE, finished.message()));
      }
    }
  }

  private NodeState finished(
      TaskId step, RunStatus status, StepStatistics statistics, String message) {
    Optional<Long> change =
        Optional.ofNullable(before.get(step)).map(rows -> statistics.rowsOut() - rows);
    boolean known = status == RunStatus.SUCCESS;
    return new NodeState(
        status(status, statistics),
        known ? statistics.rowsOut() : -1,
        known ? change : Optional.empty(),
        statistics.duration(),
        -1,
        message);
  }

  private static NodeState.Status status(RunStatus status, StepStatistics statistics) {
    return switch (status) {
      case RUNNING -> NodeState.Status.RUNNING;
      case SUCCESS ->
          statistics.rowsRejected() > 0 ? NodeState.Status.WARNING : NodeState.Status.DONE;
      case FAILED, INTERRUPTED -> NodeState.Status.FAILED;
      case CANCELLED -> NodeState.Status.CANCELLED;
      case SKIPPED -> NodeState.Status.SKIPPED;
    };
  }
}
