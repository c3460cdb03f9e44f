package io.qarion.app.designer.canvas;

import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.StepCatalog;
import io.qarion.app.designer.edit.StepEntry;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;

/** What can be done to the steps on the canvas, by pointer and by keys. */
public final class CanvasEditing implements ConnectGesture.Ends {

  private static final double TITLE_X = 58;
  private static final double TITLE_Y = 12;
  private static final double TITLE_WIDTH = 150;

  private final CanvasModel model;
  private final CanvasView view;
  private final FlowEditor editor;
  private final StepAdding adding;
  private final TextClipboard clipboard;
  private final Messages messages;
  private Runnable settings = () -> {};

  public CanvasEditing(
      CanvasModel model,
      CanvasView view,
      FlowEditor editor,
      StepCatalog catalog,
      TextClipboard clipboard,
      Messages messages) {
    this.model = model;
    this.view = view;
    this.editor = editor;
    this.adding = new StepAdding(model, view, editor, catalog);
    this.clipboard = clipboard;
    this.messages = messages;
    model
        .selection()
        .addListener((_, _, chosen) -> {
          if (!chosen.isEmpty()) {
            model.chosenEdge().set(Optional.empty());
            model.chosenNote().set(Optional.empty());
          }
        });
    model
        .chosenEdge()
        .addListener((_, _, edge) -> edge.ifPresent(_ -> model.chosenNote().set(Optional.empty())));
  }

  /** What is done where the settings of a step are asked for. */
  public void onSettings(Runnable open) {
    settings = open;
  }

  /** Goes to the settings of the chosen step. */
  void openSettings() {
    settings.run();
  }

  /** Whether the flow that is shown consists of steps that can be edited one by one. */
  boolean isPossible() {
    return editor.takesSteps();
  }

  String whyNot() {
    return messages.get("canvas.typed");
  }

  /** The gestures that edit, in the order in which they are asked. */
  List<Gesture> gestures() {
    return List.of(
        new ConnectGesture(model, view, this, editor::takesSteps), new EdgeGesture(model));
  }

  /** Looks for a step that comes after those that are chosen, or on the chosen edge. */
  public void quickAdd(String words) {
    adding.quickAdd(words);
  }

  /** Puts in what was dragged here. */
  void drop(StepEntry entry, Point2D pixels) {
    adding.drop(entry, pixels);
  }

  /** Asks where an edge from the chosen step is to go, by name. */
  public void askConnect() {
    Optional<TaskId> from = first();
    if (from.isEmpty()) {
      return;
    }
    Set<TaskId> targets = targets(from.get());
    view.edits()
        .ask(
            adding.besideSelection(),
            "",
            typed -> {
              String wanted = typed.strip().toLowerCase(Locale.ROOT);
              return targets.stream()
                  .map(id -> model.graph().get().find(id))
                  .flatMap(Optional::stream)
                  .filter(node -> node.title().toLowerCase(Locale.ROOT).contains(wanted))
                  .map(node ->
                      new QuickChoice(
                          node.kind(),
                          messages.get("canvas.connect-to", node.title()),
                          node.summary(),
                          () -> editor.connect(from.get(), node.id())))
                  .toList();
            });
  }

  /** Takes the chosen steps out, or the chosen edge away. */
  public void delete() {
    Optional<CanvasEdge> edge = model.chosenEdge().get();
    if (edge.isPresent()) {
      model.chosenEdge().set(Optional.empty());
      editor.disconnect(edge.get().from(), edge.get().to());
    } else if (!chosen().isEmpty()) {
      editor.remove(chosen());
    }
  }

  /** Switches the chosen steps off or on. */
  public void toggle() {
    if (!chosen().isEmpty()) {
      editor.toggle(chosen());
    }
  }

  /** Copies the chosen steps. */
  public void copy() {
    editor.copy(chosen()).ifPresent(clipboard::put);
  }

  /** Copies the chosen steps and takes them out. */
  public void cut() {
    copy();
    delete();
  }

  /** Puts in what was copied last. */
  public void paste() {
    choose(editor.paste(clipboard.text().orElse("")));
  }

  /** Puts the chosen steps in once more. */
  public void duplicate() {
    editor.copy(chosen()).ifPresent(text -> choose(editor.paste(text)));
  }

  /** Puts the visual steps of the chosen one into the next. */
  public void merge() {
    first().ifPresent(editor.rules()::merge);
  }

  private void choose(Set<TaskId> steps) {
    if (!steps.isEmpty()) {
      model.selection().set(steps);
    }
  }

  /** Lets another name be typed for the chosen step, where it stands. */
  public void rename() {
    Optional<CanvasNode> node = first().flatMap(id -> model.graph().get().find(id));
    node.ifPresent(step -> {
      Viewport viewport = model.viewport().get();
      Point2D at = viewport.toScreen(step.place().add(TITLE_X, TITLE_Y));
      double width = Math.max(TITLE_WIDTH, TITLE_WIDTH * viewport.scale());
      view.edits()
          .name(
              at,
              width,
              step.title(),
              messages.get("canvas.step-name"),
              name -> {
                if (!name.equals(step.title())) {
                  editor.title(step.id(), name);
                }
              });
    });
  }

  @Override
  public Set<TaskId> targets(TaskId from) {
    var targets = new LinkedHashSet<>(editor.targets(from));
    targets.removeIf(this::isInCollapsed);
    return targets;
  }

  private boolean isInCollapsed(TaskId step) {
    return model.graph().get().find(step).filter(CanvasNode::isGroup).isPresent();
  }

  @Override
  public Optional<Problem> refusal(TaskId from, TaskId to) {
    if (isInCollapsed(to)) {
      return Optional.of(
          Problem.error(
              "edit.collapsed",
              Place.UNKNOWN,
              messages.get("group.no-edge"),
              messages.get("group.no-edge.fix")));
    }
    return editor.refusal(from, to);
  }

  @Override
  public void connect(TaskId from, TaskId to) {
    editor.connect(from, to);
  }

  @Override
  public void next(TaskId from, Point2D pixels) {
    adding.next(from, pixels);
  }

  private Set<TaskId> chosen() {
    return editor.written(model.selection().get());
  }

  private Optional<TaskId> first() {
    return chosen().stream().findFirst();
  }
}
