package io.qarion.app.designer.canvas;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.problem.TaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.geometry.Point2D;

/** Remembers where the steps of flows were seen, for as long as the flows are open. */
final class SeenPlaces {

  private final Map<FlowDocument, Map<TaskId, Point2D>> now = new WeakHashMap<>();
  private final Map<FlowDocument, Map<TaskId, Point2D>> before = new WeakHashMap<>();

  void see(FlowDocument flow, Map<TaskId, Point2D> places) {
    before.computeIfAbsent(flow, _ -> new HashMap<>()).putAll(places);
    now.put(flow, Map.copyOf(places));
  }

  /**
   * What is known of a flow's places.
   *
   * @param placed by hand
   */
  StepPlaces of(FlowDocument flow, Map<TaskId, Point2D> placed) {
    return new StepPlaces(
        placed, now.getOrDefault(flow, Map.of()), Map.copyOf(before.getOrDefault(flow, Map.of())));
  }
}
