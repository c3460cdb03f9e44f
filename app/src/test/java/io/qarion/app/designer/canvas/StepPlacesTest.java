package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.edit.StepGroup;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class StepPlacesTest {

  private static final TaskId A = new TaskId("a");
  private static final TaskId B = new TaskId("b");
  private static final TaskId C = new TaskId("c");
  private static final TaskId D = new TaskId("d");
  private static final List<CanvasEdge> CHAIN = List.of(edge(A, B), edge(B, C));

  @Test
  void whereNobodyHasPlacedAnythingTheLayoutPlacesAll() {
    Map<TaskId, Point2D> seen = Map.of(A, new Point2D(8, 800));

    assertThat(new StepPlaces(Map.of(), seen, Map.of()).of(List.of(A, B, C), CHAIN, List.of()))
        .isEqualTo(new GraphLayout().place(List.of(A, B, C), CHAIN, List.of()));
  }

  @Test
  void aNewStepStandsBesideWhatItReadsAndNothingMoves() {
    Map<TaskId, Point2D> placed = Map.of(A, new Point2D(0, 0));
    Map<TaskId, Point2D> seen = Map.of(A, Point2D.ZERO, B, new Point2D(272, 8));

    Map<TaskId, Point2D> places =
        new StepPlaces(placed, seen, Map.of()).of(List.of(A, B, C), CHAIN, List.of());

    assertThat(places)
        .containsEntry(A, Point2D.ZERO)
        .containsEntry(B, new Point2D(272, 8))
        .containsEntry(C, new Point2D(544, 8));
  }

  @Test
  void aStepBetweenTwoThatStandCloseGoesToAFreePlaceNearBoth() {
    Map<TaskId, Point2D> placed = Map.of(A, Point2D.ZERO, C, new Point2D(272, 0));

    Map<TaskId, Point2D> places =
        new StepPlaces(placed, placed, Map.of()).of(List.of(A, B, C), CHAIN, List.of());

    Point2D between = places.getOrDefault(B, Point2D.ZERO);
    assertThat(overlapping(places)).isEmpty();
    assertThat(between.getX()).isBetween(0.0, 272.0);
    assertThat(Math.abs(between.getY())).isBetween(96.0, 120.0);
  }

  @Test
  void aStepThatComesBackStandsWhereItWasUnlessThatIsTaken() {
    Map<TaskId, Point2D> placed = Map.of(A, Point2D.ZERO);
    Map<TaskId, Point2D> before = Map.of(D, new Point2D(96, 640));

    assertThat(new StepPlaces(placed, placed, before).of(List.of(A, D), List.of(), List.of()))
        .containsEntry(D, new Point2D(96, 640));
    Map<TaskId, Point2D> taken = Map.of(A, new Point2D(96, 648));
    Map<TaskId, Point2D> places =
        new StepPlaces(taken, taken, before).of(List.of(A, D), List.of(), List.of());
    assertThat(overlapping(places)).isEmpty();
  }

  @Test
  void afterOpeningWhatWasNotPlacedKeepsClearOfWhatWas() {
    List<TaskId> steps = List.of(A, B, C, D);
    Map<TaskId, Point2D> layered = new GraphLayout().place(steps, CHAIN, List.of());
    Map<TaskId, Point2D> placed = Map.of(D, layered.getOrDefault(B, Point2D.ZERO).add(8, 8));

    Map<TaskId, Point2D> places = new StepPlaces(placed).of(steps, CHAIN, List.of());

    assertThat(places).containsAllEntriesOf(placed);
    assertThat(overlapping(places)).isEmpty();
  }

  @Test
  void manyNewStepsNeverOverlapAndCirclesEnd() {
    var random = new Random(7);
    List<TaskId> steps = new ArrayList<>();
    List<CanvasEdge> edges = new ArrayList<>();
    Map<TaskId, Point2D> placed = new HashMap<>();
    for (int i = 0; i < 80; i++) {
      var step = new TaskId("s" + i);
      steps.add(step);
      if (i < 20) {
        placed.put(step, new Point2D(i % 5 * 272.0, Math.floorDiv(i, 5) * 112.0));
      }
      edges.add(edge(steps.get(random.nextInt(steps.size())), step));
      edges.add(edge(step, steps.get(random.nextInt(steps.size()))));
    }

    Map<TaskId, Point2D> places =
        new StepPlaces(placed, placed, Map.of()).of(steps, edges, List.of());

    assertThat(places).hasSize(80).containsAllEntriesOf(placed);
    assertThat(overlapping(places)).isEmpty();
  }

  @Test
  void theStepsOfAGroupStandTogetherAndNoOtherAmongThem() {
    List<TaskId> steps = new ArrayList<>();
    List<CanvasEdge> edges = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      steps.add(new TaskId("s" + i));
      if (i > 0) {
        edges.add(edge(steps.get((i - 1) / 3), steps.get(i)));
      }
    }
    List<TaskId> members = List.of(steps.get(1), steps.get(4), steps.get(6));
    var group = new StepGroup("g", "Group", members, false);

    Map<TaskId, Point2D> places = new GraphLayout().place(steps, edges, List.of(group));

    Map<TaskId, Point2D> inside = new HashMap<>(places);
    inside.keySet().retainAll(members);
    Bounds frame = new CanvasGroup("g", "Group", inside, false).frame();
    assertThat(steps)
        .filteredOn(step -> !members.contains(step))
        .noneMatch(step -> bounds(Objects.requireNonNull(places.get(step))).intersects(frame));
    assertThat(overlapping(places)).isEmpty();
  }

  private static List<String> overlapping(Map<TaskId, Point2D> places) {
    List<String> found = new ArrayList<>();
    places.forEach((one, at) ->
        places.forEach((other, there) -> {
          if (one.value().compareTo(other.value()) < 0 && bounds(at).intersects(bounds(there))) {
            found.add(one + " " + other);
          }
        }));
    return found;
  }

  private static Bounds bounds(Point2D place) {
    return new BoundingBox(place.getX(), place.getY(), CanvasNode.WIDTH - 1, CanvasNode.HEIGHT - 1);
  }

  private static CanvasEdge edge(TaskId from, TaskId to) {
    return new CanvasEdge(from, to);
  }
}
