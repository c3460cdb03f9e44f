package io.qarion.app.designer.canvas;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;

/** An edge with its arrow, and the rows that went along it. */
final class EdgeView extends Group {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass ON_WAY = PseudoClass.getPseudoClass("on-way");
  private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
  private static final double ARROW = 6;
  private static final double LABEL_HEIGHT = 18;

  private final CanvasEdge edge;
  private final CubicCurve curve = new CubicCurve();
  private final Polygon arrow = new Polygon(0, 0, -ARROW, -ARROW / 2, -ARROW, ARROW / 2);
  private final Label rows = new Label();
  private Point2D middle = Point2D.ZERO;

  EdgeView(CanvasEdge edge) {
    this.edge = edge;
    setId("edge-" + edge.from() + "-" + edge.to());
    curve.getStyleClass().add("edge");
    arrow.getStyleClass().add("edge-arrow");
    rows.getStyleClass().add("edge-rows");
    rows.setMinHeight(LABEL_HEIGHT);
    setMouseTransparent(true);
    setAutoSizeChildren(true);
    rows.widthProperty().addListener((_, _, _) -> placeRows());
    getChildren().addAll(curve, arrow, rows);
  }

  void setSelected(boolean selected) {
    curve.pseudoClassStateChanged(SELECTED, selected);
    arrow.pseudoClassStateChanged(SELECTED, selected);
  }

  /** Shows whether a followed column goes along here, or goes elsewhere; both false for none. */
  void trace(boolean isOn, boolean isAside) {
    for (Node part : List.of(curve, arrow)) {
      part.pseudoClassStateChanged(ON_WAY, isOn);
      part.pseudoClassStateChanged(ASIDE, isAside);
    }
  }

  CanvasEdge edge() {
    return edge;
  }

  /** The width is known only after the window has laid the text out. */
  private void placeRows() {
    rows.relocate(middle.getX() - rows.getWidth() / 2, middle.getY() - LABEL_HEIGHT / 2);
  }

  void show(EdgeShape shape, String text) {
    curve.setStartX(shape.from().getX());
    curve.setStartY(shape.from().getY());
    curve.setControlX1(shape.towards().getX());
    curve.setControlY1(shape.towards().getY());
    curve.setControlX2(shape.before().getX());
    curve.setControlY2(shape.before().getY());
    curve.setEndX(shape.to().getX() - ARROW);
    curve.setEndY(shape.to().getY());
    arrow.relocate(shape.to().getX() - ARROW, shape.to().getY() - ARROW / 2);
    rows.setText(text);
    rows.setVisible(!text.isEmpty());
    middle = shape.middle();
    placeRows();
  }
}
