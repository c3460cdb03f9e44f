package io.qarion.app.designer.lineage;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.problem.DatasetName;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Boxes and what goes from one to another, drawn; made smaller where it would not fit. */
final class DrawingView extends ScrollPane {

  private static final double BEND = 32;
  private static final double EDGE = 48;
  private static final double SMALLEST = 0.7;

  private final Messages messages;
  private final Consumer<ColumnId> follow;
  private final Consumer<DatasetName> open;
  private final Pane pane = new Pane();

  /**
   * @param follow gets a column that is to be followed
   * @param open gets a dataset whose columns are wanted
   */
  DrawingView(Consumer<ColumnId> follow, Consumer<DatasetName> open, Messages messages) {
    this.messages = messages;
    this.follow = follow;
    this.open = open;
    setId("lineage-drawing");
    getStyleClass().add("lineage-drawing");
    setAccessibleText(messages.get("lineage.drawing"));
    var middle = new StackPane(new Group(pane));
    middle.getStyleClass().add("ground");
    setContent(middle);
    setFitToWidth(true);
    setFitToHeight(true);
    setPannable(true);
    widthProperty().subscribe(this::fit);
  }

  /** Shows boxes in place of those before. */
  void show(Drawing drawing, Optional<ColumnId> followed) {
    pane.getChildren().clear();
    BoxPlaces places = BoxPlaces.of(drawing);
    drawing.links().forEach(link -> pane.getChildren().add(path(link, drawing, places)));
    double width = 0;
    double height = 0;
    for (Box box : drawing.boxes()) {
      Bounds place = places.box(box.name());
      pane.getChildren().add(view(box, place, followed));
      width = Math.max(width, place.getMaxX());
      height = Math.max(height, place.getMaxY());
    }
    pane.setMinSize(width, height);
    pane.setPrefSize(width, height);
    fit();
  }

  private BoxView view(Box box, Bounds place, Optional<ColumnId> followed) {
    var dataset = new DatasetName(box.name());
    String column =
        followed.filter(each -> each.dataset().equals(dataset)).map(ColumnId::column).orElse("");
    var view =
        new BoxView(
            box,
            column,
            () -> open.accept(dataset),
            name -> follow.accept(new ColumnId(dataset, name)),
            messages);
    view.setManaged(false);
    view.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    return view;
  }

  private void fit() {
    double scale =
        Math.clamp((getWidth() - 2 * EDGE) / Math.max(1, pane.getPrefWidth()), SMALLEST, 1);
    pane.setScaleX(scale);
    pane.setScaleY(scale);
  }

  private static Path path(Link link, Drawing drawing, BoxPlaces places) {
    Bounds from = places.box(link.from());
    Bounds to = places.box(link.to());
    var path = new Path();
    double startY = from.getMinY() + middle(link.from(), link.fromColumn(), drawing);
    var at = new Point2D(from.getMaxX(), startY);
    path.getElements().add(new MoveTo(at.getX(), at.getY()));
    for (Bounds gap : places.gaps(link)) {
      bend(path, at, new Point2D(gap.getMinX(), gap.getCenterY()));
      path.getElements().add(new LineTo(gap.getMaxX(), gap.getCenterY()));
      at = new Point2D(gap.getMaxX(), gap.getCenterY());
    }
    double endY = to.getMinY() + middle(link.to(), link.toColumn(), drawing);
    bend(path, at, new Point2D(to.getMinX(), endY));
    path.getStyleClass().add(link.isCertain() ? "lineage-link" : "lineage-guess");
    path.setMouseTransparent(true);
    return path;
  }

  private static void bend(Path path, Point2D from, Point2D to) {
    path.getElements()
        .add(
            new CubicCurveTo(
                from.getX() + BEND,
                from.getY(),
                to.getX() - BEND,
                to.getY(),
                to.getX(),
                to.getY()));
  }

  /** How far below the top of its box a column has its middle. */
  private static double middle(String box, String column, Drawing drawing) {
    int row =
        drawing.boxes().stream()
            .filter(each -> each.name().equals(box))
            .findFirst()
            .map(each -> each.columns().indexOf(column))
            .orElse(-1);
    return row < 0 ? BoxPlaces.HEAD / 2 : BoxPlaces.HEAD + row * BoxPlaces.ROW + BoxPlaces.ROW / 2;
  }
}
