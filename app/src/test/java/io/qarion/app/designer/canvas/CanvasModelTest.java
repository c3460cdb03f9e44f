package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class CanvasModelTest {

  private static final TaskId A = new TaskId("a");
  private static final TaskId B = new TaskId("b");
  private static final TaskId C = new TaskId("c");
  private final CanvasModel model = new CanvasModel();

  @Test
  void onlyWhatLiesInAnAreaIsFound() {
    var nodes = new LinkedHashMap<TaskId, CanvasNode>();
    for (int i = 0; i < 2_000; i++) {
      CanvasNode node = node(new TaskId("n" + i), (i % 50) * 300.0, Math.floorDiv(i, 50) * 100.0);
      nodes.put(node.id(), node);
    }
    model.show(new CanvasGraph(nodes, List.of()));

    var area = new BoundingBox(0, 0, 900, 300);
    assertThat(model.nodesIn(area).stream().filter(node -> node.bounds().intersects(area)))
        .hasSize(16);
    assertThat(model.nodesIn(area)).hasSizeLessThan(60);
  }

  @Test
  void arrowsLeadToTheNearestCardThatWay() {
    model.show(
        new CanvasGraph(
            Map.of(A, node(A, 0, 0), B, node(B, 300, 0), C, node(C, 300, 200)),
            List.of(new CanvasEdge(A, B), new CanvasEdge(A, C))));

    assertThat(model.neighbour(A, 1, 0)).contains(B);
    assertThat(model.neighbour(B, 0, 1)).contains(C);
    assertThat(model.neighbour(C, -1, 0)).contains(A);
    assertThat(model.neighbour(A, -1, 0)).isEmpty();
    assertThat(model.neighbour(new TaskId("gone"), 1, 0)).isPresent();
  }

  @Test
  void movingShowsNewPlacesAndKeepsTheSelection() {
    model.show(new CanvasGraph(Map.of(A, node(A, 0, 0)), List.of()));
    model.selection().set(Set.of(A));

    model.move(Map.of(A, new Point2D(80, 16)));

    assertThat(model.selectedPlaces()).containsEntry(A, new Point2D(80, 16));
    assertThat(model.nodeAt(new Point2D(90, 20)).map(CanvasNode::id)).contains(A);
    assertThat(model.nodeAt(new Point2D(-5, 20))).isEmpty();
  }

  @Test
  void layoutGoesFromLeftToRightWithoutOverlapAndKeepsWhatTheUserPlaced() {
    List<TaskId> steps = new ArrayList<>();
    List<CanvasEdge> edges = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      steps.add(new TaskId("s" + i));
      if (i > 1) {
        edges.add(new CanvasEdge(steps.get(i / 2), steps.get(i)));
      }
    }
    var placed = Map.of(steps.get(5), new Point2D(-400, 8));

    Map<TaskId, Point2D> places = new StepPlaces(placed).of(steps, edges, List.of());

    assertThat(places).hasSize(60).containsEntry(steps.get(5), new Point2D(-400, 8));
    assertThat(edges)
        .filteredOn(edge -> !placed.containsKey(edge.from()) && !placed.containsKey(edge.to()))
        .allMatch(edge -> x(places, edge.from()) < x(places, edge.to()));
    assertThat(overlaps(places.values().stream().filter(at -> at.getX() >= 0).toList())).isZero();
    assertThat(places.values()).allMatch(at -> at.getX() % 8 == 0 && at.getY() % 8 == 0);
  }

  @Test
  void placesAreKeptInTheFlowsFileAtItsEnd() {
    var document = TomlDocument.parse("flows/f.toml", "id = \"f\"\nflow_type = \"standard\"\n");

    TomlDocument written = NodePlaces.write(document, Map.of(A, new Point2D(16, -8)));

    assertThat(written.text())
        .isEqualTo(
            """
            id = "f"
            flow_type = "standard"

            [designer.nodes.a]
            x = 16
            y = -8
            """);
    assertThat(NodePlaces.read(written)).containsEntry(A, new Point2D(16, -8));
    assertThat(NodePlaces.read(TomlDocument.parse("f", "[designer]\nnodes = 3\n"))).isEmpty();
  }

  private static CanvasNode node(TaskId id, double x, double y) {
    return new CanvasNode(id, id.value(), "transformation", "", new Point2D(x, y));
  }

  private static double x(Map<TaskId, Point2D> places, TaskId step) {
    return places.getOrDefault(step, Point2D.ZERO).getX();
  }

  private static long overlaps(List<Point2D> places) {
    long count = 0;
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        Point2D apart = places.get(i).subtract(places.get(j));
        if (Math.abs(apart.getX()) < CanvasNode.WIDTH
            && Math.abs(apart.getY()) < CanvasNode.HEIGHT) {
          count++;
        }
      }
    }
    return count;
  }
}
