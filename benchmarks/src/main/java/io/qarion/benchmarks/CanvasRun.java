package io.qarion.benchmarks;

import io.qarion.app.designer.canvas.CanvasEdge;
import io.qarion.app.designer.canvas.CanvasGraph;
import io.qarion.app.designer.canvas.CanvasModel;
import io.qarion.app.designer.canvas.CanvasNode;
import io.qarion.app.designer.canvas.CanvasView;
import io.qarion.app.designer.canvas.GraphLayout;
import io.qarion.app.designer.canvas.Viewport;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.TaskId;
import io.qarion.icons.IconSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Moves a large graph about on the real canvas and prints how long frames take. */
public final class CanvasRun {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double PAN = 12;
  private static final double ZOOM = 1.03;
  private static final int NEAR = 40;

  private final CanvasModel model = new CanvasModel();
  private final List<Phase> phases = new ArrayList<>();

  private CanvasRun() {}

  /**
   * Something that is done for some frames.
   *
   * @param step is given the number of the frame
   */
  private record Phase(String name, int frames, IntConsumer step, List<Double> millis) {

    Phase(String name, int frames, IntConsumer step) {
      this(name, frames, step, new ArrayList<>());
    }

    @Override
    public String toString() {
      List<Double> sorted = millis.stream().sorted().toList();
      return String.format(
          Locale.ROOT,
          "  %-18s median %5.1f ms, worst %5.1f ms",
          name,
          sorted.get(sorted.size() / 2),
          sorted.getLast());
    }
  }

  /** Takes the numbers of nodes and edges. */
  public static void main(String[] args) {
    int nodes = Integer.parseInt(args[0]);
    int edges = Integer.parseInt(args[1]);
    System.out.printf(Locale.ROOT, "canvas with %,d nodes and %,d edges%n", nodes, edges);
    CanvasGraph graph = graph(nodes, edges);
    Platform.startup(() -> new CanvasRun().start(graph));
  }

  private static CanvasGraph graph(int count, int edgeCount) {
    var random = new Random(1);
    List<TaskId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(new TaskId("step_" + i));
    }
    var edges = new LinkedHashSet<CanvasEdge>();
    for (int i = 1; i < count; i++) {
      edges.add(new CanvasEdge(ids.get(Math.max(0, i - 1 - random.nextInt(NEAR))), ids.get(i)));
    }
    while (edges.size() < edgeCount) {
      int to = 1 + random.nextInt(count - 1);
      int from = Math.max(0, to - 1 - random.nextInt(NEAR));
      edges.add(new CanvasEdge(ids.get(from), ids.get(to)));
    }
    long start = System.nanoTime();
    Map<TaskId, Point2D> places = new GraphLayout().place(ids, List.copyOf(edges), List.of());
    System.out.printf(Locale.ROOT, "  layout, cold       %.0f ms%n", millisSince(start));
    Map<TaskId, CanvasNode> nodes = new LinkedHashMap<>();
    for (TaskId id : ids) {
      nodes.put(
          id,
          new CanvasNode(
              id,
              "Step " + id.value().substring("step_".length()),
              "transformation",
              "Derive, Filter",
              places.getOrDefault(id, Point2D.ZERO)));
    }
    return new CanvasGraph(nodes, List.copyOf(edges));
  }

  private void start(CanvasGraph graph) {
    var messages = new Messages(Locale.ENGLISH);
    var theme = new Theme();
    theme.install();
    var view = new CanvasView(model, new Icons(IconSet.standard()), messages);
    var scene = new Scene(view, WIDTH, HEIGHT);
    theme.dress(scene);
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    plan(graph);
    new Frames(phases).start();
  }

  private void plan(CanvasGraph graph) {
    TaskId middle = List.copyOf(graph.nodes().keySet()).get(graph.nodes().size() / 2);
    phase(
        "open",
        1,
        _ -> {
          model.show(graph);
          model.open(WIDTH, HEIGHT);
        });
    phase("warm up", 30, _ -> pan());
    phase(
        "pan at 100 %",
        300,
        frame -> {
          if (frame == 0) {
            model.viewport().set(Viewport.WHOLE_SIZE);
            model.centre(middle, WIDTH, HEIGHT);
          }
          pan();
        });
    phase("drag at 100 %", 200, frame -> drag(graph, middle, frame));
    phase("zoom out", 100, _ -> zoom(1 / ZOOM));
    phase("pan far out", 200, _ -> pan());
    phase("drag far out", 100, frame -> drag(graph, middle, frame));
    phase("zoom in", 100, _ -> zoom(ZOOM));
    phase(
        "fit and back",
        20,
        frame -> {
          if (frame % 2 == 0) {
            model.fit(WIDTH, HEIGHT);
          } else {
            model.viewport().set(Viewport.WHOLE_SIZE);
          }
        });
  }

  private void phase(String name, int frames, IntConsumer step) {
    phases.add(new Phase(name, frames, step));
  }

  private void pan() {
    model.viewport().set(model.viewport().get().panned(-PAN, PAN / 4));
  }

  private void zoom(double factor) {
    model.viewport().set(model.viewport().get().zoomed(factor, WIDTH / 2, HEIGHT / 2));
  }

  private void drag(CanvasGraph graph, TaskId step, int frame) {
    graph
        .find(step)
        .ifPresent(node -> model.move(Map.of(step, node.place().add(frame, frame / 2.0))));
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /** Does one step a frame; the time from one frame to the next is what the step costs. */
  private static final class Frames extends AnimationTimer {

    private final List<Phase> phases;
    private int phase;
    private int frame;
    private long last;

    Frames(List<Phase> phases) {
      this.phases = phases;
    }

    @Override
    public void handle(long now) {
      if (last != 0) {
        phases.get(phase).millis().add(millisSince(last));
        frame++;
        if (frame == phases.get(phase).frames()) {
          frame = 0;
          phase++;
        }
      }
      if (phase == phases.size()) {
        phases.forEach(System.out::println);
        stop();
        Platform.exit();
        return;
      }
      last = System.nanoTime();
      phases.get(phase).step().accept(frame);
    }
  }
}
