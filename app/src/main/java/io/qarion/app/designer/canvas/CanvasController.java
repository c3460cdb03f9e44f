package io.qarion.app.designer.canvas;

import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.edit.FlowNotes;
import io.qarion.core.edit.StepGroups;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import javafx.collections.MapChangeListener;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;

/** Keeps the canvas and the open flow the same, both ways. */
public final class CanvasController {

  private static final double WHEEL = 1.0015;

  private final DesignerSession session;
  private final CanvasModel model;
  private final CanvasView view;
  private final CanvasWork work;
  private final Messages messages;
  private final LatestTask layout;
  private final MapChangeListener<TaskId, NodeState> stateListener;
  private Subscription subscription = Subscription.EMPTY;
  private Optional<FlowDocument> shown = Optional.empty();
  private boolean fitted;
  private Set<TaskId> seen = Set.of();
  private final SeenPlaces places = new SeenPlaces();

  public CanvasController(
      DesignerSession session,
      CanvasModel model,
      CanvasView view,
      CanvasWork work,
      Messages messages,
      BackgroundTasks tasks,
      UiThread ui) {
    this.session = session;
    this.model = model;
    this.view = view;
    this.work = work;
    this.messages = messages;
    this.layout = new LatestTask(tasks, ui, "Lay out", 0);
    this.stateListener = change -> view.showState(change.getKey());
    listen();
    tasks.startQuietly(
        "Get ready to lay out", _ -> GraphLayout.warmedUp(), _ -> {}, session::failed);
  }

  private void listen() {
    var keys = new CanvasKeys(model, view, work);
    var gestures = new ArrayList<Gesture>();
    gestures.add(new PanGesture(model, keys::spaceHeld));
    gestures.addAll(work.steps().gestures());
    gestures.add(new MoveGesture(model, view, work.places()::moved, work::enter));
    gestures.add(new NoteGesture(model, work.notes()));
    gestures.add(new GroupGesture(model, work.groups(), work.places()::moved));
    gestures.add(new MarqueeGesture(model, view::showMarquee));
    new GestureArbiter(gestures).listen(view);
    keys.listen();
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    // Not when it is clicked: what a gesture ends with may have the focus by then.
    view.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        _ -> {
          view.edits().close();
          view.requestFocus();
        });
    model.selection().addListener((_, _, chosen) -> choose(chosen));
    model
        .chosenNote()
        .addListener((_, _, note) -> shown.ifPresent(document -> document.note().set(note)));
    session.active().addListener((_, _, document) -> show(document));
    view.widthProperty().addListener((_, _, _) -> fitOnce());
    view.heightProperty().addListener((_, _, _) -> fitOnce());
    show(session.active().get());
  }

  /** Offers actions in a menu over the canvas. */
  public void offer(Actions actions) {
    new CanvasMenu(model, view, actions).listen();
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
    model.chosenNote().set(Optional.empty());
    shown = document;
    fitted = false;
    seen = Set.of();
    view.empty().setVisible(false);
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
            flow.note().subscribe(note -> note.ifPresent(this::followNote)),
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
    StepPlaces known = places.of(document, NodePlaces.read(text));
    layout.<CanvasGraph>submit(
        _ ->
            new GraphMaker(flow, messages)
                .graph(known, StepGroups.read(text), FlowNotes.read(text)),
        graph -> {
          places.see(document, graph.stepPlaces());
          model.show(graph);
          view.setEditable(work.steps().isPossible());
          view.empty().setVisible(graph.nodes().isEmpty() && work.steps().isPossible());
          follow(document.selection().get());
          fitOnce();
          document.note().get().ifPresent(this::followNote);
          bringIntoSight(document.selection().get());
        },
        _ -> model.show(CanvasGraph.EMPTY));
  }

  private void revealFailed(FlowDocument flow) {
    flow.runState().nodes().entrySet().stream()
        .filter(entry -> entry.getValue().status() == NodeState.Status.FAILED)
        .findFirst()
        .ifPresent(entry -> reveal(entry.getKey()));
  }

  /** A step that was just added may lie outside. */
  private void bringIntoSight(Optional<TaskId> step) {
    boolean added = !seen.isEmpty() && step.filter(id -> !seen.contains(id)).isPresent();
    seen = Set.copyOf(model.graph().get().nodes().keySet());
    if (added && !model.isVisible(step.get(), view.getWidth(), view.getHeight())) {
      model.centre(step.get(), view.getWidth(), view.getHeight());
    }
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
    // One of several that are chosen is looked at alone, unless it is the first of them.
    boolean already = step.equals(chosen.stream().findFirst());
    if (!already) {
      model.selection().set(step.map(Set::of).orElse(Set.of()));
      step.filter(id -> !model.isVisible(id, view.getWidth(), view.getHeight()))
          .ifPresent(id -> model.centre(id, view.getWidth(), view.getHeight()));
    }
  }

  private void followNote(String id) {
    if (!model.chosenNote().get().equals(Optional.of(id))) {
      work.notes().reveal(id);
    }
  }

  private void choose(Set<TaskId> chosen) {
    shown.ifPresent(document -> {
      document.selection().set(chosen.stream().findFirst());
      document.together().set(Set.copyOf(chosen));
    });
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
}
