package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dag.DagNode;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.MapChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;

/** Keeps the canvas and the open flow the same, both ways. */
public final class CanvasController {

  private static final double WHEEL = 1.0015;

  private final DesignerSession session;
  private final CanvasModel model;
  private final CanvasView view;
  private final Messages messages;
  private final LatestTask layout;
  private final MapChangeListener<TaskId, NodeState> stateListener;
  private Subscription subscription = Subscription.EMPTY;
  private Optional<FlowDocument> shown = Optional.empty();
  private boolean space;
  private boolean fitted;

  public CanvasController(
      DesignerSession session,
      CanvasModel model,
      CanvasView view,
      Messages messages,
      BackgroundTasks tasks,
      UiThread ui) {
    this.session = session;
    this.model = model;
    this.view = view;
    this.messages = messages;
    this.layout = new LatestTask(tasks, ui, "Lay out", 0);
    this.stateListener = change -> view.showState(change.getKey());
    listen();
    tasks.startQuietly(
        "Get ready to lay out", _ -> GraphLayout.warmedUp(), _ -> {}, session::failed);
  }

  private void listen() {
    new GestureArbiter(
            List.of(
                new PanGesture(model, () -> space),
                new MoveGesture(model, this::moved),
                new MarqueeGesture(model, view::showMarquee)))
        .listen(view);
    view.addEventHandler(KeyEvent.ANY, this::key);
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    view.setOnMouseClicked(_ -> view.requestFocus());
    model.selection().addListener((_, _, chosen) -> choose(chosen));
    session.active().addListener((_, _, document) -> show(document));
    view.widthProperty().addListener((_, _, _) -> fitOnce());
    view.heightProperty().addListener((_, _, _) -> fitOnce());
    show(session.active().get());
  }

  /** Shows the whole graph. */
  public void fit() {
    model.fit(view.getWidth(), view.getHeight());
  }

  /** Shows the graph at its own size. */
  public void wholeSize() {
    zoom(1 / model.viewport().get().scale());
  }

  /** Makes everything larger or smaller around the middle. */
  public void zoom(double factor) {
    model
        .viewport()
        .set(model.viewport().get().zoomed(factor, view.getWidth() / 2, view.getHeight() / 2));
  }

  /** Brings a step to the middle and chooses it. */
  public void reveal(TaskId step) {
    model.selection().set(Set.of(step));
    model.centre(step, view.getWidth(), view.getHeight());
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    shown.ifPresent(old -> old.runState().nodes().removeListener(stateListener));
    shown = document;
    fitted = false;
    if (document.isEmpty()) {
      model.show(CanvasGraph.EMPTY);
      return;
    }
    FlowDocument flow = document.get();
    subscription =
        Subscription.combine(
            flow.compiled().subscribe(compiled -> draw(flow, compiled)),
            flow.stale().subscribe(stale -> model.stale().set(stale)),
            flow.problems().subscribe(() -> view.showStates(step -> StepStates.of(flow, step))),
            flow.selection().subscribe(this::follow),
            flow.runState().last().subscribe(end -> end.ifPresent(_ -> revealFailed(flow))));
    flow.runState().nodes().addListener(stateListener);
    view.showStates(step -> StepStates.of(flow, step));
  }

  private void draw(FlowDocument document, Optional<CompiledFlow> compiled) {
    if (compiled.isEmpty()) {
      model.show(CanvasGraph.EMPTY);
      return;
    }
    CompiledFlow flow = compiled.get();
    TomlDocument text = document.document();
    layout.<CanvasGraph>submit(
        _ -> graph(flow, NodePlaces.read(text)),
        graph -> {
          model.show(graph);
          follow(document.selection().get());
          fitOnce();
        },
        _ -> model.show(CanvasGraph.EMPTY));
  }

  private CanvasGraph graph(CompiledFlow flow, Map<TaskId, Point2D> placed) {
    List<CanvasEdge> edges = new ArrayList<>();
    for (DagNode node : flow.dag().steps()) {
      flow.dag()
          .dependencies(node.id())
          .forEach(before -> edges.add(new CanvasEdge(before, node.id())));
    }
    Map<TaskId, Point2D> places =
        new GraphLayout()
            .place(flow.dag().steps().stream().map(DagNode::id).toList(), edges, placed);
    var summaries = new NodeSummaries(flow, messages);
    Map<TaskId, CanvasNode> nodes = new LinkedHashMap<>();
    for (DagNode node : flow.dag().steps()) {
      nodes.put(
          node.id(),
          new CanvasNode(
              node.id(),
              node.title(),
              node.type().text(),
              summaries.of(node),
              places.getOrDefault(node.id(), Point2D.ZERO)));
    }
    return new CanvasGraph(nodes, edges);
  }

  private void revealFailed(FlowDocument flow) {
    flow.runState().nodes().entrySet().stream()
        .filter(entry -> entry.getValue().status() == NodeState.Status.FAILED)
        .findFirst()
        .ifPresent(entry -> reveal(entry.getKey()));
  }

  private void fitOnce() {
    if (!fitted && view.getWidth() > 0 && !model.graph().get().nodes().isEmpty()) {
      fitted = true;
      model.open(view.getWidth(), view.getHeight());
      view.requestFocus();
    }
  }

  private void follow(Optional<TaskId> step) {
    Set<TaskId> chosen = model.selection().get();
    boolean already = step.map(chosen::contains).orElse(chosen.isEmpty());
    if (!already) {
      model.selection().set(step.map(Set::of).orElse(Set.of()));
    }
  }

  private void choose(Set<TaskId> chosen) {
    shown.ifPresent(document -> document.selection().set(chosen.stream().findFirst()));
  }

  private void moved(Map<TaskId, Point2D> places) {
    shown.ifPresent(document ->
        document.edit(
            messages.get("command.move", names(places.keySet())),
            text -> NodePlaces.write(text, places)));
  }

  private String names(Set<TaskId> steps) {
    return steps.size() == 1
        ? steps.iterator().next().value()
        : messages.get("command.steps", steps.size());
  }

  private void scroll(ScrollEvent event) {
    Viewport viewport = model.viewport().get();
    model
        .viewport()
        .set(
            event.isShortcutDown()
                ? viewport.zoomed(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY())
                : viewport.panned(event.getDeltaX(), event.getDeltaY()));
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      space = event.getEventType() == KeyEvent.KEY_PRESSED;
      event.consume();
      return;
    }
    if (event.getEventType() != KeyEvent.KEY_PRESSED || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT, KP_RIGHT -> walk(event, 1, 0);
      case LEFT, KP_LEFT -> walk(event, -1, 0);
      case DOWN, KP_DOWN -> walk(event, 0, 1);
      case UP, KP_UP -> walk(event, 0, -1);
      default -> {}
    }
  }

  private void walk(KeyEvent event, int right, int down) {
    Optional<TaskId> from = model.selection().get().stream().findFirst();
    Optional<TaskId> to =
        from.isEmpty()
            ? model.graph().get().nodes().keySet().stream().findFirst()
            : model.neighbour(from.get(), right, down);
    to.ifPresent(step -> {
      model.selection().set(new LinkedHashSet<>(List.of(step)));
      boolean visible =
          model
              .graph()
              .get()
              .find(step)
              .map(node ->
                  model
                      .viewport()
                      .get()
                      .visible(view.getWidth(), view.getHeight())
                      .contains(node.bounds()))
              .orElse(false);
      if (!visible) {
        model.centre(step, view.getWidth(), view.getHeight());
      }
    });
    event.consume();
  }
}
