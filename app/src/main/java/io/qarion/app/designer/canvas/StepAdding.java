package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.StepCatalog;
import io.qarion.app.designer.edit.StepEntry;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** Ways for new steps onto the canvas. */
final class StepAdding {

  private static final double BESIDE = 24;

  private final CanvasModel model;
  private final CanvasView view;
  private final FlowEditor editor;
  private final StepCatalog catalog;

  StepAdding(CanvasModel model, CanvasView view, FlowEditor editor, StepCatalog catalog) {
    this.model = model;
    this.view = view;
    this.editor = editor;
    this.catalog = catalog;
  }

  /** Looks for a step that comes after those that are chosen, or on the chosen edge. */
  void quickAdd(String words) {
    Optional<CanvasEdge> edge = model.chosenEdge().get();
    List<TaskId> inputs =
        model.selectedCards().stream().flatMap(card -> card.ends().stream()).toList();
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
                        editor.add(entry, inputs, StepAdding::unplaced);
                      }
                    }));
  }

  private List<QuickChoice> choices(String typed, Consumer<StepEntry> add) {
    return catalog.find(typed).stream()
        .map(entry ->
            new QuickChoice(entry.icon(), entry.title(), entry.help(), () -> add.accept(entry)))
        .toList();
  }

  /** Puts in what was dragged here: on an edge between its ends, on a card after it. */
  void drop(StepEntry entry, Point2D pixels) {
    Viewport viewport = model.viewport().get();
    Point2D at = viewport.toCanvas(pixels.getX(), pixels.getY());
    Optional<CanvasNode> card = model.nodeAt(at);
    Optional<CanvasEdge> edge = model.edgeAt(at, 2 * EdgeGesture.REACH / viewport.scale());
    if (card.isPresent()) {
      editor.add(entry, card.get().ends(), StepAdding::unplaced);
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

  /** Asks what comes after a step, where a wire from it has ended. */
  void next(TaskId from, Point2D pixels) {
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

  /** Where a question about the chosen cards does not hide them. */
  Point2D besideSelection() {
    Viewport viewport = model.viewport().get();
    return model.selectedCards().stream()
        .findFirst()
        .map(node -> viewport.toScreen(node.place().add(CanvasNode.WIDTH + BESIDE, 0)))
        .orElseGet(() -> new Point2D(view.getWidth() / 3, view.getHeight() / 5));
  }
}
