package io.qarion.app.designer.session;

import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dag.DagNode;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.ColumnTrace;
import io.qarion.core.lineage.FlowLineage;
import io.qarion.core.lineage.Lineage;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;

/**
 * Which columns of the project are made of which, as its flows are edited, for as long as somebody
 * wants to know: while a column is followed, or all are looked at. To be used in the window's
 * thread.
 */
public final class LineageWatch {

  private static final long PAUSE_MILLIS = 100;

  private final DesignerSession session;
  private final LatestTask reading;
  private final ReadOnlyObjectWrapper<Lineage> lineage = new ReadOnlyObjectWrapper<>(Lineage.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<ColumnTrace>> trace =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<ColumnId>> column =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty lookedAt = new SimpleBooleanProperty();
  private Subscription compiled = Subscription.EMPTY;

  /** What flows were found to do; a flow that did not change is not read again. */
  private Map<FlowId, Read> known = Map.of();

  private record Read(CompiledFlow flow, FlowLineage lineage) {}

  public LineageWatch(DesignerSession session, BackgroundTasks tasks, UiThread ui) {
    this.session = session;
    this.reading = new LatestTask(tasks, ui, "Follow columns", PAUSE_MILLIS);
    session.flows().addListener((ListChangeListener<FlowDocument>) _ -> listen());
    session.project().addListener((_, _, _) -> column.set(Optional.empty()));
    column.subscribe(_ -> {
      trace.set(Optional.empty());
      refresh();
    });
    lookedAt.subscribe(this::refresh);
    listen();
  }

  /** All columns that are known, and what they are made of. */
  public ReadOnlyObjectProperty<Lineage> lineage() {
    return lineage.getReadOnlyProperty();
  }

  /** The column that is followed. */
  public ObjectProperty<Optional<ColumnId>> column() {
    return column;
  }

  /** Where the followed column comes from and goes; empty until that is known. */
  public ReadOnlyObjectProperty<Optional<ColumnTrace>> trace() {
    return trace.getReadOnlyProperty();
  }

  /** Whether all columns are wanted, though none is followed. */
  public BooleanProperty lookedAt() {
    return lookedAt;
  }

  /**
   * The column of a step's rows as one of a dataset: of the one that it writes, or else of one that
   * it reads.
   */
  public static Optional<ColumnId> columnOf(FlowDocument flow, TaskId step, String name) {
    Optional<CompiledFlow> made = flow.compiled().get();
    return made.flatMap(compiledFlow -> compiledFlow.dag().find(step)).stream()
        .flatMap(LineageWatch::datasets)
        .filter(dataset -> has(made.get(), dataset, name))
        .findFirst()
        .map(dataset -> new ColumnId(dataset, name));
  }

  private static Stream<DatasetName> datasets(DagNode node) {
    return Stream.concat(node.writes().stream(), node.reads().stream());
  }

  /** What another flow makes is taken to have it. */
  private static boolean has(CompiledFlow flow, DatasetName dataset, String name) {
    return flow.datasets().stream()
        .filter(each -> each.name().equals(dataset))
        .allMatch(each -> each.schema().has(name));
  }

  private void listen() {
    compiled.unsubscribe();
    compiled =
        Subscription.combine(
            session.flows().stream()
                .map(flow -> flow.compiled().subscribe((_, _) -> refresh()))
                .toArray(Subscription[]::new));
    refresh();
  }

  private void refresh() {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty() || (column.get().isEmpty() && !lookedAt.get())) {
      reading.cancel();
      return;
    }
    List<CompiledFlow> flows =
        session.flows().stream().flatMap(flow -> flow.compiled().get().stream()).toList();
    OpenProject owner = project.get();
    Map<FlowId, Read> before = known;
    reading.<Map<FlowId, Read>>submit(
        _ -> read(owner, flows, before), this::found, session::failed);
  }

  private static Map<FlowId, Read> read(
      OpenProject project, List<CompiledFlow> flows, Map<FlowId, Read> before) {
    var now = new LinkedHashMap<FlowId, Read>();
    for (CompiledFlow flow : flows) {
      Read old = before.get(flow.flow().id());
      boolean isSame = old != null && old.flow().equals(flow);
      now.put(flow.flow().id(), isSame ? old : new Read(flow, project.lineage(flow)));
    }
    return now;
  }

  private void found(Map<FlowId, Read> now) {
    known = now;
    lineage.set(Lineage.of(now.values().stream().map(Read::lineage).toList()));
    trace.set(column.get().map(lineage.get()::trace));
  }
}
