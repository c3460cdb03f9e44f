package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;

/**
 * The canvas: only what is visible is in the scene. Below a certain size everything is drawn in a
 * simpler way.
 */
public final class CanvasView extends Region {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass EDITABLE = PseudoClass.getPseudoClass("editable");
  private static final double SIMPLE_BELOW = 0.35;
  private static final double AROUND = 64;
  private static final double CORNER = 16;
  private static final double BETWEEN = 8;

  private final CanvasModel model;
  private final Icons icons;
  private final Messages messages;
  private final Group edges = new Group();
  private final Group cards = new Group();
  private final Group content = new Group(edges, cards);
  private final SimplifiedLayer simplified = new SimplifiedLayer();
  private final Rectangle marquee = new Rectangle();
  private final Affine transform = new Affine();
  private final Minimap minimap;
  private final ZoomTools zoom;
  private final Map<TaskId, NodeCard> shownCards = new HashMap<>();
  private final Map<CanvasEdge, EdgeView> shownEdges = new HashMap<>();
  private Function<TaskId, NodeState> states = _ -> NodeState.NOT_RUN;
  private Set<TaskId> shownSelection = Set.of();
  private Optional<CanvasTrace> trace = Optional.empty();
  private final StackPane bars = new StackPane();
  private final EditLayer edits;
  private final EmptyCanvas empty;

  public CanvasView(CanvasModel model, Icons icons, Messages messages) {
    this.model = model;
    this.icons = icons;
    this.messages = messages;
    setId("canvas");
    getStyleClass().add("canvas");
    setFocusTraversable(true);
    content.getTransforms().add(transform);
    edges.setMouseTransparent(true);
    marquee.getStyleClass().add("marquee");
    marquee.setVisible(false);
    marquee.setManaged(false);
    marquee.setMouseTransparent(true);
    content.setManaged(false);
    minimap = new Minimap(model, messages);
    zoom = new ZoomTools(model, this, messages);
    edits = new EditLayer(icons, messages, this::requestFocus);
    empty = new EmptyCanvas(messages);
    empty.setVisible(false);
    getChildren().addAll(simplified, content, marquee, empty, minimap, zoom, bars, edits);
    bars.setPickOnBounds(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    listen();
  }

  private void listen() {
    model.graph().addListener((_, _, _) -> rebuild());
    model.viewport().addListener((_, _, _) -> update());
    model.selection().addListener((_, _, _) -> select());
    model
        .chosenEdge()
        .addListener((_, _, chosen) ->
            shownEdges.forEach(
                (edge, shown) -> shown.setSelected(chosen.filter(edge::equals).isPresent())));
    model.stale().addListener((_, _, stale) -> pseudoClassStateChanged(STALE, stale));
    widthProperty().addListener((_, _, _) -> update());
    heightProperty().addListener((_, _, _) -> update());
    rebuild();
  }

  /** What lies over the graph while it is edited. */
  EditLayer edits() {
    return edits;
  }

  /** What is shown where a flow has no steps. */
  EmptyCanvas empty() {
    return empty;
  }

  /** What the buttons of an empty flow do. */
  public void listenToEmpty(Runnable addStep, Runnable addFile) {
    empty.on(addStep, addFile);
  }

  /** Whether ports are to be seen. */
  void setEditable(boolean editable) {
    pseudoClassStateChanged(EDITABLE, editable);
  }

  /**
   * Shows where a wire may end.
   *
   * @param from where it begins; empty while none is drawn
   */
  void light(Optional<TaskId> from, Set<TaskId> targets) {
    shownCards.forEach((id, card) -> {
      boolean other = from.isPresent() && !from.get().equals(id);
      card.light(other && targets.contains(id), other && !targets.contains(id));
    });
  }

  /** Shows the way of a column, and sets aside what it does not touch; empty for none. */
  void showTrace(Optional<CanvasTrace> way) {
    trace = way;
    shownCards.values().forEach(card -> card.trace(way));
    shownEdges.values().forEach(edge -> edge.trace(way));
  }

  /** Puts something over the graph, at its top. */
  void addBar(Region bar) {
    bars.getChildren().add(bar);
  }

  /** Edges and cards, without the tools that lie over them. */
  Group content() {
    return content;
  }

  /** The cards in and around what is visible. */
  Collection<NodeCard> shownCards() {
    return shownCards.values();
  }

  /** The edges in and around what is visible. */
  Collection<EdgeView> shownEdges() {
    return shownEdges.values();
  }

  /** Where the states of steps come from; then shows them. */
  public void showStates(Function<TaskId, NodeState> source) {
    states = source;
    shownCards.keySet().forEach(this::showState);
    shownEdges.keySet().forEach(this::showEdge);
  }

  /** Shows the state of a step anew. */
  public void showState(TaskId step) {
    Optional.ofNullable(shownCards.get(step)).ifPresent(card -> card.show(states.apply(step)));
    model.edgesOf(Set.of(step)).stream()
        .filter(edge -> edge.from().equals(step) && shownEdges.containsKey(edge))
        .forEach(this::showEdge);
  }

  /** Shows the area that is being dragged over, in pixels; an empty one hides it. */
  void showMarquee(Bounds area) {
    marquee.setVisible(!area.isEmpty());
    marquee.setX(area.getMinX());
    marquee.setY(area.getMinY());
    marquee.setWidth(Math.max(0, area.getWidth()));
    marquee.setHeight(Math.max(0, area.getHeight()));
  }

  @Override
  protected void layoutChildren() {
    simplified.resizeRelocate(0, 0, getWidth(), getHeight());
    edits.resizeRelocate(0, 0, getWidth(), getHeight());
    empty.resizeRelocate(0, 0, getWidth(), getHeight());
    bars.resizeRelocate(CORNER, CORNER, getWidth() - 2 * CORNER, bars.prefHeight(-1));
    double bottom = getHeight() - CORNER;
    for (Region tool : List.of(zoom, minimap)) {
      double height = tool.prefHeight(-1);
      double width = tool.prefWidth(-1);
      tool.resizeRelocate(getWidth() - CORNER - width, bottom - height, width, height);
      bottom -= height + BETWEEN;
    }
  }

  /** Cards whose step is unchanged stay, so that a drag costs little. */
  private void rebuild() {
    CanvasGraph graph = model.graph().get();
    shownCards
        .entrySet()
        .removeIf(entry -> {
          Optional<CanvasNode> node = graph.find(entry.getKey());
          boolean gone =
              node.isEmpty() || !node.get().equals(entry.getValue().node().at(node.get().place()));
          if (gone) {
            cards.getChildren().remove(entry.getValue());
          }
          return gone;
        });
    shownEdges
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !graph.edges().contains(entry.getKey());
          if (gone) {
            edges.getChildren().remove(entry.getValue());
          }
          return gone;
        });
    update();
    shownEdges.keySet().forEach(this::showEdge);
  }

  private void update() {
    Viewport viewport = model.viewport().get();
    boolean simple = viewport.scale() < SIMPLE_BELOW;
    minimap.show(viewport, getWidth(), getHeight());
    content.setVisible(!simple);
    if (simple) {
      simplified.draw(model, viewport, getWidth(), getHeight());
      return;
    }
    simplified.clear();
    transform.setToTransform(
        viewport.scale(), 0, viewport.offsetX(), 0, viewport.scale(), viewport.offsetY());
    Bounds visible = viewport.visible(getWidth(), getHeight());
    Bounds around =
        new BoundingBox(
            visible.getMinX() - AROUND,
            visible.getMinY() - AROUND,
            visible.getWidth() + 2 * AROUND,
            visible.getHeight() + 2 * AROUND);
    updateCards(around);
    updateEdges(around);
  }

  private void updateCards(Bounds around) {
    var wanted = new HashSet<TaskId>();
    for (CanvasNode node : model.nodesIn(around)) {
      if (node.bounds().intersects(around)) {
        wanted.add(node.id());
        NodeCard card = shownCards.computeIfAbsent(node.id(), _ -> newCard(node));
        card.relocate(node.place().getX(), node.place().getY());
      }
    }
    shownCards
        .entrySet()
        .removeIf(entry -> {
          boolean away = !wanted.contains(entry.getKey());
          if (away) {
            cards.getChildren().remove(entry.getValue());
          }
          return away;
        });
  }

  private void updateEdges(Bounds around) {
    Set<CanvasEdge> wanted = model.edgesIn(around);
    for (CanvasEdge edge : wanted) {
      if (!shownEdges.containsKey(edge)) {
        var view = new EdgeView(edge);
        shownEdges.put(edge, view);
        edges.getChildren().add(view);
        view.setSelected(model.chosenEdge().get().filter(edge::equals).isPresent());
        view.trace(trace);
        showEdge(edge);
      }
    }
    shownEdges
        .entrySet()
        .removeIf(entry -> {
          boolean away = !wanted.contains(entry.getKey());
          if (away) {
            edges.getChildren().remove(entry.getValue());
          }
          return away;
        });
  }

  private NodeCard newCard(CanvasNode node) {
    var card = new NodeCard(node, icons, messages);
    card.setSelected(model.selection().get().contains(node.id()));
    card.show(states.apply(node.id()));
    card.trace(trace);
    cards.getChildren().add(card);
    return card;
  }

  private void showEdge(CanvasEdge edge) {
    Optional<CanvasNode> from = model.graph().get().find(edge.from());
    Optional<CanvasNode> to = model.graph().get().find(edge.to());
    EdgeView view = shownEdges.get(edge);
    if (view != null && from.isPresent() && to.isPresent()) {
      view.show(
          EdgeShape.between(from.get(), to.get()),
          CanvasTexts.rows(states.apply(edge.from()), messages));
    }
  }

  private void select() {
    Set<TaskId> selection = model.selection().get();
    var changed = new HashSet<>(shownSelection);
    changed.addAll(selection);
    shownSelection = selection;
    changed.forEach(id ->
        Optional.ofNullable(shownCards.get(id))
            .ifPresent(card -> card.setSelected(selection.contains(id))));
    if (model.viewport().get().scale() < SIMPLE_BELOW) {
      update();
    }
  }
}
