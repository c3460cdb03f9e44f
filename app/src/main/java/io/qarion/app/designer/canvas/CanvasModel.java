package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** What the canvas shows, and where. Knows no view. */
public final class CanvasModel {

  private static final double MARGIN = 48;

  private final ReadOnlyObjectWrapper<CanvasGraph> graph =
      new ReadOnlyObjectWrapper<>(CanvasGraph.EMPTY);
  private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.WHOLE_SIZE);
  private final ObjectProperty<Set<TaskId>> selection = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Optional<CanvasEdge>> chosenEdge =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> chosenNote =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty stale = new SimpleBooleanProperty();
  private SpatialIndex<CanvasNode> nodeIndex = new SpatialIndex<>();
  private SpatialIndex<CanvasEdge> edgeIndex = new SpatialIndex<>();

  public ReadOnlyObjectProperty<CanvasGraph> graph() {
    return graph.getReadOnlyProperty();
  }

  public ObjectProperty<Viewport> viewport() {
    return viewport;
  }

  /** The chosen cards, the first chosen first. */
  public ObjectProperty<Set<TaskId>> selection() {
    return selection;
  }

  /** The chosen edge. */
  public ObjectProperty<Optional<CanvasEdge>> chosenEdge() {
    return chosenEdge;
  }

  /** The id of the chosen note. */
  public ObjectProperty<Optional<String>> chosenNote() {
    return chosenNote;
  }

  /** Whether the graph is older than the text. */
  public BooleanProperty stale() {
    return stale;
  }

  public void show(CanvasGraph newGraph) {
    var nodes = new SpatialIndex<CanvasNode>();
    newGraph.nodes().values().forEach(node -> nodes.add(node, node.bounds()));
    var edges = new SpatialIndex<CanvasEdge>();
    for (CanvasEdge edge : newGraph.edges()) {
      bounds(newGraph, edge).ifPresent(bounds -> edges.add(edge, bounds));
    }
    nodeIndex = nodes;
    edgeIndex = edges;
    graph.set(newGraph);
  }

  /** Moves cards, for as long as a drag goes on; nothing is written. */
  public void move(Map<TaskId, Point2D> places) {
    show(graph.get().moved(places));
  }

  /** Changes a note for as long as a drag goes on; nothing is written. */
  void show(CanvasNote note) {
    show(graph.get().with(note));
  }

  public Set<CanvasNode> nodesIn(Bounds area) {
    return nodeIndex.in(area);
  }

  public Set<CanvasEdge> edgesIn(Bounds area) {
    return edgeIndex.in(area);
  }

  /** The card at a place; the later one where two overlap. */
  public Optional<CanvasNode> nodeAt(Point2D place) {
    return nodesIn(new BoundingBox(place.getX(), place.getY(), 0, 0)).stream()
        .filter(node -> node.bounds().contains(place))
        .reduce((_, later) -> later);
  }

  /** The note at a place; the later one where two overlap. */
  Optional<CanvasNote> noteAt(Point2D place) {
    return graph.get().notes().stream()
        .filter(note -> note.bounds().contains(place))
        .reduce((_, later) -> later);
  }

  /** The group whose title is at a place; the later one where two overlap. */
  Optional<CanvasGroup> groupAt(Point2D place) {
    return graph.get().groups().stream()
        .filter(group -> !group.collapsed() && group.title().contains(place))
        .reduce((_, later) -> later);
  }

  /**
   * The edge that passes a place within a distance; the nearest of several. Those of a collapsed
   * group stand for others and are not found.
   */
  public Optional<CanvasEdge> edgeAt(Point2D place, double reach) {
    var around = new BoundingBox(place.getX() - reach, place.getY() - reach, 2 * reach, 2 * reach);
    return edgesIn(around).stream()
        .filter(edge -> !isOfGroup(edge) && distance(edge, place) <= reach)
        .min((a, b) -> Double.compare(distance(a, place), distance(b, place)));
  }

  private boolean isOfGroup(CanvasEdge edge) {
    return Stream.of(edge.from(), edge.to())
        .flatMap(end -> graph.get().find(end).stream())
        .anyMatch(CanvasNode::isGroup);
  }

  private double distance(CanvasEdge edge, Point2D place) {
    Optional<CanvasNode> from = graph.get().find(edge.from());
    Optional<CanvasNode> to = graph.get().find(edge.to());
    return from.isPresent() && to.isPresent()
        ? EdgeShape.between(from.get(), to.get()).distance(place)
        : Double.MAX_VALUE;
  }

  /** Shows the graph for the first time: readably, from its start. */
  public void open(double width, double height) {
    viewport.set(Viewport.opening(graph.get().bounds(), width, height, MARGIN));
  }

  /** Shows everything, in a view of this size. */
  public void fit(double width, double height) {
    viewport.set(Viewport.fitting(graph.get().bounds(), width, height, MARGIN));
  }

  /** Brings a card to the middle without changing the size. */
  public void centre(TaskId step, double width, double height) {
    graph
        .get()
        .find(step)
        .ifPresent(node -> {
          double scale = viewport.get().scale();
          viewport.set(
              new Viewport(
                  scale,
                  width / 2 - node.bounds().getCenterX() * scale,
                  height / 2 - node.bounds().getCenterY() * scale));
        });
  }

  /** Whether a card can be seen whole, in a view of this size. */
  public boolean isVisible(TaskId step, double width, double height) {
    return graph
        .get()
        .find(step)
        .filter(node -> viewport.get().visible(width, height).contains(node.bounds()))
        .isPresent();
  }

  /** Brings an area to the middle if it can't be seen whole. */
  void bringIntoSight(Bounds area, double width, double height) {
    if (!viewport.get().visible(width, height).contains(area)) {
      double scale = viewport.get().scale();
      viewport.set(
          new Viewport(
              scale,
              width / 2 - area.getCenterX() * scale,
              height / 2 - area.getCenterY() * scale));
    }
  }

  /** Chooses a card alone: the steps it stands for, of which the first is looked at. */
  void choose(CanvasNode card) {
    Set<TaskId> steps = new LinkedHashSet<>(card.steps());
    boolean otherOrder =
        steps.equals(selection.get())
            && !selection.get().stream().findFirst().equals(steps.stream().findFirst());
    if (otherOrder) {
      // Sets of another order are equal, and nobody would hear of it.
      selection.set(Set.of());
    }
    selection.set(steps);
  }

  /** The cards of the chosen steps, each once, in the order in which they were chosen. */
  public List<CanvasNode> selectedCards() {
    return selection.get().stream()
        .flatMap(id -> graph.get().find(id).stream())
        .distinct()
        .toList();
  }

  /** The chosen cards where they are. */
  public Map<TaskId, Point2D> selectedPlaces() {
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    selectedCards().forEach(card -> places.put(card.id(), card.place()));
    return places;
  }

  /** The card that an arrow key leads to: the nearest in that direction. */
  public Optional<TaskId> neighbour(TaskId from, int right, int down) {
    Optional<CanvasNode> start = graph.get().find(from);
    if (start.isEmpty()) {
      return graph.get().nodes().keySet().stream().findFirst();
    }
    Point2D here = start.get().place();
    return graph.get().nodes().values().stream()
        .filter(node -> !node.equals(start.get()))
        .filter(node -> along(here, node.place(), right, down) > 0)
        .min((a, b) ->
            Double.compare(
                distance(here, a.place(), right, down), distance(here, b.place(), right, down)))
        .map(CanvasNode::id);
  }

  private static double along(Point2D from, Point2D to, int right, int down) {
    return (to.getX() - from.getX()) * right + (to.getY() - from.getY()) * down;
  }

  /** What lies aside counts double. */
  private static double distance(Point2D from, Point2D to, int right, int down) {
    double along = along(from, to, right, down);
    double aside =
        Math.abs((to.getX() - from.getX()) * down) + Math.abs((to.getY() - from.getY()) * right);
    return along + 2 * aside;
  }

  private static Optional<Bounds> bounds(CanvasGraph graph, CanvasEdge edge) {
    Optional<CanvasNode> from = graph.find(edge.from());
    Optional<CanvasNode> to = graph.find(edge.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(EdgeShape.between(from.get(), to.get()).bounds());
  }
}
