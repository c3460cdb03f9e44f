package io.qarion.app.designer.canvas;

import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.StepCatalog;
import io.qarion.app.designer.edit.StepEntry;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** What can be done to the steps on the canvas, by pointer and by keys. */
public final class CanvasEditing implements ConnectGesture.Ends {

  private static final double BESIDE = 24;
  private static final double TITLE_X = 58;
  private static final double TITLE_Y = 12;
  private static final double TITLE_WIDTH = 150;

  private final CanvasModel model;
  private final CanvasView view;
  private final FlowEditor editor;
  private final StepCatalog catalog;
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
    this.catalog = catalog;
    this.clipboard = clipboard;
    this.messages = messages;
    model
        .selection()
        .addListener((_, _, chosen) -> {
          if (!chosen.isEmpty()) {
            model.chosenEdge().set(Optional.empty());
          }
        });
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
    Optional<CanvasEdge> edge = model.chosenEdge().get();
    List<TaskId> inputs = List.copyOf(model.selection().get());
    view.edits()
        .ask(
            besideSelection(),
            words,
            typed ->
                choices(
                    typed,
                    entry -> {
                      if (edge.isPresent()) {
                        editor.addBetween(entry, edge.get().from(), edge.get().to());
                      } else {
                        editor.add(entry, inputs, CanvasEditing::unplaced);
                      }
                    }));
  }

  private List<QuickChoice> choices(String typed, Consumer<StepEntry> add) {
    return catalog.find(typed).stream()
        .map(entry ->
            new QuickChoice(entry.icon(), entry.title(), entry.help(), () -> add.accept(entry)))
        .toList();
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
            besideSelection(),
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
    first().ifPresent(editor::merge);
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
              name -> {
                if (!name.equals(step.title())) {
                  editor.title(step.id(), name);
                }
              });
    });
  }

  /** Puts in what was dragged here: on an edge between its ends, on a card after it. */
  void drop(StepEntry entry, Point2D pixels) {
    Viewport viewport = model.viewport().get();
    Point2D at = viewport.toCanvas(pixels.getX(), pixels.getY());
    Optional<CanvasNode> card = model.nodeAt(at);
    Optional<CanvasEdge> edge = model.edgeAt(at, 2 * EdgeGesture.REACH / viewport.scale());
    if (card.isPresent()) {
      editor.add(entry, List.of(card.get().id()), CanvasEditing::unplaced);
    } else if (edge.isPresent()) {
      editor.addBetween(entry, edge.get().from(), edge.get().to());
    } else {
      editor.add(entry, List.of(), placed(at));
    }
  }

  /** The step goes where the layout puts it. */
  private static TomlDocument unplaced(TomlDocument document, TaskId step) {
    return document;
  }

  private static BiFunction<TomlDocument, TaskId, TomlDocument> placed(Point2D middle) {
    return (document, id) ->
        NodePlaces.write(
            document,
            Map.of(
                id,
                GraphLayout.snapped(
                    middle.getX() - CanvasNode.WIDTH / 2, middle.getY() - CanvasNode.HEIGHT / 2)));
  }

  @Override
  public Set<TaskId> targets(TaskId from) {
    return editor.targets(from);
  }

  @Override
  public Optional<Problem> refusal(TaskId from, TaskId to) {
    return editor.refusal(from, to);
  }

  @Override
  public void connect(TaskId from, TaskId to) {
    editor.connect(from, to);
  }

  @Override
  public void next(TaskId from, Point2D pixels) {
    Point2D at = model.viewport().get().toCanvas(pixels.getX(), pixels.getY());
    view.edits()
        .ask(
            pixels,
            "",
            typed ->
                choices(
                    typed,
                    entry ->
                        editor.add(entry, List.of(from), placed(at.add(CanvasNode.WIDTH / 2, 0)))));
  }

  private Set<TaskId> chosen() {
    return editor.written(model.selection().get());
  }

  private Optional<TaskId> first() {
    return chosen().stream().findFirst();
  }

  private Point2D besideSelection() {
    Viewport viewport = model.viewport().get();
    return model.selection().get().stream()
        .findFirst()
        .flatMap(id -> model.graph().get().find(id))
        .map(node -> viewport.toScreen(node.place().add(CanvasNode.WIDTH + BESIDE, 0)))
        .orElseGet(() -> new Point2D(view.getWidth() / 3, view.getHeight() / 5));
  }
}
