package io.qarion.app.designer.picture;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Writes what is in a scene as SVG: looks and places are those that style sheets and layout gave
 * it, so that the file and the screen cannot differ. In the window's thread, once all is laid out.
 */
public final class SvgDrawing {

  private final SvgWriter svg;

  public SvgDrawing(SvgWriter svg) {
    this.svg = svg;
  }

  /** Draws a node with all in it, in the coordinates of its parent. */
  public void draw(Node node) {
    draw(node, new Affine());
  }

  private void draw(Node node, Transform parent) {
    if (!node.isVisible()) {
      return;
    }
    Transform here = parent.createConcatenation(node.getLocalToParentTransform());
    boolean faded = node.getOpacity() < 1;
    if (faded) {
      svg.begin("g", "opacity", node.getOpacity());
    }
    switch (node) {
      case Shape shape -> shape(shape, here);
      case Region region -> {
        fills(region, here);
        children(region, here);
      }
      case Parent other -> children(other, here);
      default -> throw unknown(node);
    }
    if (faded) {
      svg.end();
    }
  }

  private void children(Parent parent, Transform here) {
    parent.getChildrenUnmodifiable().forEach(child -> draw(child, here));
  }

  private void shape(Shape shape, Transform here) {
    switch (shape) {
      case FontIcon icon -> path(icon, SvgPaths.glyphs(icon), here);
      case Text text -> SvgTexts.write(svg, text, transform(here));
      case SVGPath path -> path(path, path.getContent(), here);
      case CubicCurve curve -> path(curve, SvgPaths.curve(curve), here);
      case Polygon polygon -> path(polygon, SvgPaths.polygon(polygon.getPoints()), here);
      default -> throw unknown(shape);
    }
  }

  /** Better no picture than one in which something is missing. */
  private static IllegalStateException unknown(Node node) {
    return new IllegalStateException("no SVG for " + node.getClass().getSimpleName());
  }

  private void path(Shape shape, String data, Transform here) {
    Optional<String> stroke = SvgColors.hex(shape.getStroke());
    boolean round = stroke.isPresent() && shape.getStrokeLineCap() == StrokeLineCap.ROUND;
    svg.element(
        "path",
        "transform",
        transform(here),
        "d",
        data,
        "fill",
        SvgColors.hex(shape.getFill()).orElse("none"),
        "fill-opacity",
        SvgColors.opacity(shape.getFill()),
        "stroke",
        stroke,
        "stroke-opacity",
        SvgColors.opacity(shape.getStroke()),
        "stroke-width",
        stroke.map(_ -> shape.getStrokeWidth()),
        "stroke-linecap",
        round ? "round" : Optional.empty(),
        "stroke-linejoin",
        round ? "round" : Optional.empty());
  }

  private void fills(Region region, Transform here) {
    for (BackgroundFill fill :
        Optional.ofNullable(region.getBackground()).orElse(Background.EMPTY).getFills()) {
      Insets insets = fill.getInsets();
      double width = region.getWidth() - insets.getLeft() - insets.getRight();
      double height = region.getHeight() - insets.getTop() - insets.getBottom();
      Optional<String> paint = SvgColors.hex(fill.getFill());
      if (paint.isPresent() && width > 0 && height > 0) {
        svg.element(
            "path",
            "transform",
            transform(
                here.createConcatenation(Transform.translate(insets.getLeft(), insets.getTop()))),
            "d",
            SvgPaths.box(width, height, fill.getRadii()),
            "fill",
            paint.get(),
            "fill-opacity",
            SvgColors.opacity(fill.getFill()));
      }
    }
  }

  private static Optional<String> transform(Transform at) {
    boolean moved = at.getMxx() == 1 && at.getMyy() == 1 && at.getMxy() == 0 && at.getMyx() == 0;
    if (moved && at.getTx() == 0 && at.getTy() == 0) {
      return Optional.empty();
    }
    String place = SvgWriter.number(at.getTx()) + " " + SvgWriter.number(at.getTy());
    return Optional.of(
        moved
            ? "translate(" + place + ")"
            : "matrix(%s %s %s %s %s)"
                .formatted(at.getMxx(), at.getMyx(), at.getMxy(), at.getMyy(), place));
  }
}
