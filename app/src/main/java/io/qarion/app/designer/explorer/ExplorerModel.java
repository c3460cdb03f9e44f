package io.qarion.app.designer.explorer;

import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.history.RunRecord;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** What the open project holds; follows edits and runs. To be used in the window's thread. */
final class ExplorerModel {

  private static final int RUNS = 50;

  /** So that a project of many flows that are checked one by one is listed a few times only. */
  private static final long PAUSE_MILLIS = 50;

  private final DesignerSession session;
  private final LatestTask listing;
  private final LatestTask looking;
  private final LatestTask reading;
  private final ReadOnlyObjectWrapper<List<DatasetEntry>> datasets =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<DataFile>> files =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<RunRecord>> runs =
      new ReadOnlyObjectWrapper<>(List.of());
  private Subscription flowsWatched = Subscription.EMPTY;

  ExplorerModel(DesignerSession session, BackgroundTasks tasks, UiThread ui) {
    this.session = session;
    this.listing = new LatestTask(tasks, ui, "List datasets", PAUSE_MILLIS);
    this.looking = new LatestTask(tasks, ui, "Look for files", PAUSE_MILLIS);
    this.reading = new LatestTask(tasks, ui, "Read the last runs", PAUSE_MILLIS);
    session.project().subscribe(_ -> refresh());
    session.flows().addListener((ListChangeListener<FlowDocument>) _ -> changed());
    watchFlows();
  }

  ObservableList<FlowDocument> flows() {
    return session.flows();
  }

  ReadOnlyObjectProperty<List<DatasetEntry>> datasets() {
    return datasets.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<DataFile>> files() {
    return files.getReadOnlyProperty();
  }

  /** The last runs of all flows, newest first. */
  ReadOnlyObjectProperty<List<RunRecord>> runs() {
    return runs.getReadOnlyProperty();
  }

  /** Looks again at files and runs. */
  void refresh() {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty()) {
      looking.cancel();
      reading.cancel();
      files.set(List.of());
      runs.set(List.of());
      return;
    }
    OpenProject open = project.get();
    Plugins plugins = session.plugins();
    looking.submit(
        cancellation -> new DataFiles(open.root(), plugins::formatOf).read(cancellation),
        files::set,
        session::failed);
    reading.submit(
        _ ->
            open.history()
                .map(history -> List.copyOf(history.runs(Optional.empty(), RUNS)))
                .orElse(List.of()),
        runs::set,
        session::failed);
  }

  /** A flow of the project by its id; empty if it is there no more. */
  Optional<FlowDocument> find(FlowId id) {
    return session.flows().stream().filter(flow -> flow.id().equals(id)).findFirst();
  }

  /** Name of a flow, or its id where it is there no more. */
  String title(FlowId id) {
    return find(id).map(flow -> flow.stored().get().flow().name()).orElse(id.value());
  }

  /** Shows what is meant, where the window can show it; false if it can't. */
  boolean choose(ExplorerItem item) {
    return switch (item) {
      case ExplorerItem.FlowItem(FlowDocument flow) -> show(flow);
      case ExplorerItem.DatasetItem(DatasetEntry dataset) ->
          dataset.maker().map(this::show).orElse(false);
      case ExplorerItem.RunItem(RunRecord run, String _) -> show(run);
      case ExplorerItem.Heading _,
          ExplorerItem.FolderItem _,
          ExplorerItem.FileItem _,
          ExplorerItem.NoteItem _ ->
          false;
    };
  }

  /** Asks for the columns of a dataset to be shown. */
  void edit(DatasetEntry dataset) {
    session.asked().dataset().set(Optional.of(dataset.name()));
  }

  private boolean show(FlowDocument flow) {
    session.active().set(Optional.of(flow));
    return true;
  }

  private boolean show(DatasetEntry.Maker maker) {
    Optional<FlowDocument> flow = find(maker.flow());
    flow.ifPresent(found -> {
      show(found);
      found.selection().set(Optional.of(maker.step()));
    });
    return flow.isPresent();
  }

  private boolean show(RunRecord run) {
    Optional<FlowDocument> flow = find(run.flow());
    flow.ifPresent(found -> {
      show(found);
      session.asked().run().set(Optional.of(run.id()));
    });
    return flow.isPresent();
  }

  /** An imported flow may have brought files. */
  private void changed() {
    watchFlows();
    refresh();
  }

  private void watchFlows() {
    flowsWatched.unsubscribe();
    var watched = new ArrayList<Subscription>();
    for (FlowDocument flow : session.flows()) {
      watched.add(flow.compiled().subscribe((_, _) -> list()));
      watched.add(flow.runState().last().subscribe((_, _) -> refresh()));
    }
    flowsWatched = () -> watched.forEach(Subscription::unsubscribe);
    list();
  }

  private void list() {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty()) {
      listing.cancel();
      datasets.set(List.of());
      return;
    }
    Map<FlowId, CompiledFlow> compiled = new LinkedHashMap<>();
    session
        .flows()
        .forEach(flow -> flow.compiled().get().ifPresent(it -> compiled.put(flow.id(), it)));
    OpenProject open = project.get();
    listing.submit(_ -> DatasetList.of(open.datasets(), compiled), datasets::set, session::failed);
  }
}
