package io.qarion.app.designer.canvas;

import io.qarion.core.edit.StepGroup;
import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;

/**
 * Where the steps of a flow stand. Where nobody has placed any, the layout places all. Else what
 * stands stays: where it was put, or where it is seen; and what is new gets a free place.
 *
 * @param placed by hand, as the file says
 * @param seen in the window now
 * @param before where steps were seen that are gone, and may come back
 */
record StepPlaces(
    Map<TaskId, Point2D> placed, Map<TaskId, Point2D> seen, Map<TaskId, Point2D> before) {

  /** Of a flow that was not seen yet. */
  StepPlaces(Map<TaskId, Point2D> placed) {
    this(placed, Map.of(), Map.of());
  }

  Map<TaskId, Point2D> of(
      Collection<TaskId> steps, List<CanvasEdge> edges, List<StepGroup> groups) {
    if (steps.stream().noneMatch(placed::containsKey)) {
      return new GraphLayout().place(steps, edges, groups);
    }
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    var missing = new LinkedHashSet<TaskId>();
    for (TaskId step : steps) {
      Point2D known = placed.getOrDefault(step, seen.get(step));
      if (known == null) {
        missing.add(step);
      } else {
        places.put(step, known);
      }
    }
    var free = new FreePlaces(edges, places);
    if (seen.isEmpty() && !missing.isEmpty()) {
      Map<TaskId, Point2D> layered = new GraphLayout().place(steps, edges, groups);
      missing.forEach(step -> free.put(step, layered.getOrDefault(step, Point2D.ZERO)));
    } else {
      missing.removeIf(step -> isBack(step, free, places));
      free.putNear(missing);
    }
    return places;
  }

  private boolean isBack(TaskId step, FreePlaces free, Map<TaskId, Point2D> places) {
    Point2D was = before.get(step);
    boolean back = was != null && free.isFree(was);
    if (back) {
      places.put(step, was);
    }
    return back;
  }
}
