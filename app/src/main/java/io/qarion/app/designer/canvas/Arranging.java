package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.StepGeometry;
import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;

/** Gives cards other places, each time by one command. */
public final class Arranging {

  private final CanvasModel model;
  private final FlowEditor editor;
  private final Messages messages;

  public Arranging(CanvasModel model, FlowEditor editor, Messages messages) {
    this.model = model;
    this.editor = editor;
    this.messages = messages;
  }

  /** Puts the chosen cards in line or apart. */
  void align(Alignment alignment) {
    List<CanvasNode> cards = model.selectedCards();
    if (cards.size() >= alignment.least()) {
      place(
          alignment.isSpreading() ? "command.distribute" : "command.align",
          alignment.places(cards));
    }
  }

  /** Writes down where cards have been moved to. */
  void moved(Map<TaskId, Point2D> cards) {
    place("command.move", cards);
  }

  /** Moves the chosen cards by some points of the grid. */
  void nudge(int right, int down) {
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    model
        .selectedPlaces()
        .forEach((id, place) ->
            places.put(id, place.add(right * GraphLayout.GRID, down * GraphLayout.GRID)));
    if (!places.isEmpty()) {
      moved(places);
    }
  }

  /** Lays the chosen cards out anew, from where the first of them stands; the others stay. */
  void chosen() {
    Map<TaskId, Point2D> before = model.selectedPlaces();
    List<CanvasEdge> edges =
        model.graph().get().edges().stream()
            .filter(edge -> before.containsKey(edge.from()) && before.containsKey(edge.to()))
            .toList();
    Map<TaskId, Point2D> places =
        new LinkedHashMap<>(new GraphLayout().place(before.keySet(), edges, List.of()));
    Point2D way = corner(before).subtract(corner(places));
    places.replaceAll((_, place) -> {
      Point2D there = place.add(way);
      return GraphLayout.snapped(there.getX(), there.getY());
    });
    place("command.arrange", places);
  }

  /** Forgets what was placed by hand: the layout places all cards. */
  void anew() {
    editor.draw(messages.get("command.arrange-anew"), StepGeometry::forget);
  }

  private void place(String command, Map<TaskId, Point2D> cards) {
    CanvasGraph graph = model.graph().get();
    editor.draw(
        messages.get(command, names(cards.keySet())),
        text -> NodePlaces.write(text, graph.steps(cards)));
  }

  private String names(Set<TaskId> cards) {
    return cards.size() == 1
        ? cards.iterator().next().value()
        : messages.get("command.steps", cards.size());
  }

  private static Point2D corner(Map<TaskId, Point2D> places) {
    return new Point2D(
        places.values().stream().mapToDouble(Point2D::getX).min().orElse(0),
        places.values().stream().mapToDouble(Point2D::getY).min().orElse(0));
  }
}
