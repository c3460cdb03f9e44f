package io.qarion.app.designer.history;

import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.history.HistoryRepository;
import io.qarion.core.history.RunRecord;
import io.qarion.core.problem.RunId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The runs of the flow that is shown, and what differs between two of them. */
public final class HistoryModel {

  private static final int SHOWN = 500;

  private final DesignerSession session;
  private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
  private final ObservableList<RunDifference> differences = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<String> failure = new ReadOnlyObjectWrapper<>("");
  private final LatestTask reading;
  private final LatestTask comparing;
  private Subscription subscription = Subscription.EMPTY;

  public HistoryModel(DesignerSession session, BackgroundTasks tasks, UiThread ui) {
    this.session = session;
    this.reading = new LatestTask(tasks, ui, "Read the history", 0);
    this.comparing = new LatestTask(tasks, ui, "Compare runs", 0);
    session.active().subscribe(this::show);
  }

  /** Newest first. */
  public ObservableList<RunRecord> runs() {
    return runs;
  }

  /** Of the runs that were compared last. */
  public ObservableList<RunDifference> differences() {
    return differences;
  }

  /**
   * The run to be marked among them, once; see {@link io.qarion.app.designer.session.Asked#run()}.
   */
  public ObjectProperty<Optional<RunId>> askedRun() {
    return session.asked().run();
  }

  /** Why the history can't be read; empty if it can. */
  public ReadOnlyObjectProperty<String> failure() {
    return failure.getReadOnlyProperty();
  }

  /** Compares two runs, whichever is earlier. */
  public void compare(RunRecord one, RunRecord other) {
    boolean inOrder = one.start().isBefore(other.start());
    RunRecord before = inOrder ? one : other;
    RunRecord after = inOrder ? other : one;
    history()
        .ifPresent(history ->
            comparing.submit(
                _ -> RunDifference.between(history.steps(before.id()), history.steps(after.id())),
                differences::setAll,
                error -> failure.set(error.text())));
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    differences.clear();
    runs.clear();
    subscription =
        document
            .map(flow -> flow.runState().last().subscribe(_ -> read(flow)))
            .orElse(Subscription.EMPTY);
  }

  private void read(FlowDocument flow) {
    history()
        .ifPresent(history ->
            reading.submit(
                _ -> history.runs(Optional.of(flow.id()), SHOWN),
                found -> {
                  failure.set("");
                  runs.setAll(List.copyOf(found));
                },
                error -> failure.set(error.text())));
  }

  private Optional<HistoryRepository> history() {
    return session.project().get().flatMap(OpenProject::history);
  }
}
