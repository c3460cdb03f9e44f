package io.qarion.app.designer.run;

import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The steps of the current or last run, made from its events. */
public final class RunModel {

  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Duration> length = new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private final ReadOnlyObjectWrapper<Optional<RunEvent.RunFinished>> end =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Instant start = Instant.EPOCH;

  /** In the order they started. */
  public ObservableList<StepRow> rows() {
    return rows;
  }

  /** How long the run has taken so far. */
  public ReadOnlyObjectProperty<Duration> length() {
    return length.getReadOnlyProperty();
  }

  /** How it ended; empty while it runs. */
  public ReadOnlyObjectProperty<Optional<RunEvent.RunFinished>> end() {
    return end.getReadOnlyProperty();
  }

  /** Shows a run from its events so far. */
  public void show(List<? extends RunEvent> events) {
    clear();
    events.forEach(this::accept);
  }

  /** Takes the next event. */
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted started -> {
        clear();
        start = started.at();
      }
      case RunEvent.StepStarted step ->
          rows.add(
              new StepRow(
                  step.step(),
                  step.batchId(),
                  RunStatus.RUNNING,
                  since(step.at()),
                  Duration.ZERO,
                  StepStatistics.NONE,
                  ""));
      case RunEvent.StepProgressed step -> grow(step.step(), since(step.at()));
      case RunEvent.StepFinished step -> finish(step);
      case RunEvent.RunFinished finished -> end.set(Optional.of(finished));
      case RunEvent.BatchStarted _,
          RunEvent.FileLoaded _,
          RunEvent.FileExported _,
          RunEvent.FlowCalled _,
          RunEvent.CheckFinished _ -> {}
    }
    length.set(since(event.at()));
  }

  private void clear() {
    rows.clear();
    end.set(Optional.empty());
    length.set(Duration.ZERO);
  }

  private void grow(TaskId step, Duration now) {
    indexOf(step)
        .ifPresent(index -> {
          StepRow row = rows.get(index);
          rows.set(
              index,
              new StepRow(
                  step,
                  row.batchId(),
                  row.status(),
                  row.start(),
                  now.minus(row.start()),
                  row.statistics(),
                  ""));
        });
  }

  private void finish(RunEvent.StepFinished step) {
    Duration now = since(step.at());
    Optional<Integer> index = indexOf(step.step());
    Duration begun = index.map(at -> rows.get(at).start()).orElse(now);
    var row =
        new StepRow(
            step.step(),
            step.batchId(),
            step.status(),
            begun,
            now.minus(begun),
            step.statistics(),
            step.message());
    index.ifPresentOrElse(at -> rows.set(at, row), () -> rows.add(row));
  }

  /** The line of a step that is under way. */
  private Optional<Integer> indexOf(TaskId step) {
    var open = new ArrayList<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).step().equals(step) && rows.get(i).status() == RunStatus.RUNNING) {
        open.add(i);
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
  }

  private Duration since(Instant at) {
    return Duration.between(start, at);
  }
}
