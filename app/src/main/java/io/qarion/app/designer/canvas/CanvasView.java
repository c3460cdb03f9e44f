package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.problem.TaskId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
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
  private final GroundLayer ground;
  private final EdgeLayer edges;
  private final CardLayer cards;
  private final Group guides = new Group();
  private final Group content;
  private final SimplifiedLayer simplified = new SimplifiedLayer();
  private final Rectangle marquee = new Rectangle();
  private final Affine transform = new Affine();
  private final Minimap minimap;
  private final ZoomTools zoom;
  private final StackPane bars = new StackPane();
  private final EditLayer edits;
  private final EmptyCanvas empty;
  private Point2D pointer = Point2D.ZERO;

  public CanvasView(CanvasModel model, Icons icons, Messages messages) {
    this.model = model;
    ground = new GroundLayer(model, messages);
    edges = new EdgeLayer(model, messages);
    cards = new CardLayer(model, icons, messages);
    content = new Group(ground, edges, cards, guides);
    setId("canvas");
    getStyleClass().add("canvas");
    setFocusTraversable(true);
    content.getTransforms().add(transform);
    guides.setMouseTransparent(true);
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
    model.chosenEdge().addListener((_, _, _) -> edges.select());
    model.chosenNote().addListener((_, _, _) -> select());
    addEventHandler(
        MouseEvent.MOUSE_MOVED, event -> pointer = new Point2D(event.getX(), event.getY()));
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
    cards.light(from, targets);
  }

  /** Shows the way of a column, and sets aside what it does not touch; empty for none. */
  void showTrace(Optional<CanvasTrace> way) {
    cards.trace(way);
    edges.trace(way);
  }

  /** Puts something over the graph, at its top. */
  void addBar(Region bar) {
    bars.getChildren().add(bar);
  }

  /** Everything of the flow, without the tools that lie over it. */
  Group content() {
    return content;
  }

  GroundLayer ground() {
    return ground;
  }

  /** The cards in and around what is visible. */
  Collection<NodeCard> shownCards() {
    return cards.shown();
  }

  /** The edges in and around what is visible. */
  Collection<EdgeView> shownEdges() {
    return edges.shown();
  }

  /** Where the states of steps come from; then shows them. */
  public void showStates(Function<TaskId, NodeState> source) {
    var states = new CardStates(source);
    cards.show(states);
    edges.show(states);
  }

  /** Shows the state of a step anew. */
  public void showState(TaskId step) {
    cards.showState(step);
    edges.showState(step);
  }

  /** Where the pointer is over the canvas; its middle where it is elsewhere. */
  Point2D pointer() {
    return isHover() ? pointer : new Point2D(getWidth() / 2, getHeight() / 2);
  }

  /** Shows lines along which cards that are being moved stand with others; none hides them. */
  void showGuides(Collection<Line> lines) {
    guides.getChildren().setAll(lines);
    guides.getChildren().forEach(line -> line.getStyleClass().setAll("guide"));
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
    cards.follow(graph);
    edges.follow(graph);
    update();
  }

  private void update() {
    Viewport viewport = model.viewport().get();
    minimap.show(viewport, getWidth(), getHeight());
    content.setVisible(!isSimple());
    if (isSimple()) {
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
    ground.show(around);
    cards.show(around);
    edges.show(around);
  }

  private boolean isSimple() {
    return model.viewport().get().scale() < SIMPLE_BELOW;
  }

  private void select() {
    cards.select();
    ground.select();
    if (isSimple()) {
      update();
    }
  }
}
