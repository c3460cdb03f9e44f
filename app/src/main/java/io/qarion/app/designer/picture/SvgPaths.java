package io.qarion.app.designer.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.CornerRadii;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/** Outlines as the data of SVG paths. */
final class SvgPaths {

  private SvgPaths() {}

  static String curve(CubicCurve curve) {
    return command("M", curve.getStartX(), curve.getStartY())
        + command(
            "C",
            curve.getControlX1(),
            curve.getControlY1(),
            curve.getControlX2(),
            curve.getControlY2(),
            curve.getEndX(),
            curve.getEndY());
  }

  /** A closed line through points: x and y in turn. */
  static String polygon(List<Double> points) {
    return points.stream().map(SvgWriter::number).collect(Collectors.joining(" ", "M", "Z"));
  }

  /** A box with round corners; radii that are too large for it are made smaller, as in CSS. */
  static String box(double width, double height, CornerRadii radii) {
    double topLeft = radii.getTopLeftHorizontalRadius();
    double topRight = radii.getTopRightHorizontalRadius();
    double bottomRight = radii.getBottomRightHorizontalRadius();
    double bottomLeft = radii.getBottomLeftHorizontalRadius();
    double fit =
        Stream.of(
                width / (topLeft + topRight),
                width / (bottomLeft + bottomRight),
                height / (topLeft + bottomLeft),
                height / (topRight + bottomRight))
            .reduce(1.0, Math::min);
    double a = topLeft * fit;
    double b = topRight * fit;
    double c = bottomRight * fit;
    double d = bottomLeft * fit;
    return command("M", a, 0)
        + command("H", width - b)
        + corner(b, width, b)
        + command("V", height - c)
        + corner(c, width - c, height)
        + command("H", d)
        + corner(d, 0, height - d)
        + command("V", a)
        + corner(a, a, 0)
        + "Z";
  }

  private static String corner(double radius, double x, double y) {
    return radius == 0 ? "" : command("A", radius, radius, 0, 0, 1, x, y);
  }

  /** The outline of letters, for those of fonts that nobody else has. */
  static String glyphs(Text letters) {
    var copy = new Text(letters.getText());
    copy.setFont(letters.getFont());
    copy.setTextOrigin(letters.getTextOrigin());
    return ((Path) Shape.union(copy, new Rectangle()))
        .getElements().stream().map(SvgPaths::part).collect(Collectors.joining());
  }

  private static String part(PathElement part) {
    return switch (part) {
      case MoveTo to -> command("M", to.getX(), to.getY());
      case LineTo to -> command("L", to.getX(), to.getY());
      case QuadCurveTo to -> command("Q", to.getControlX(), to.getControlY(), to.getX(), to.getY());
      case CubicCurveTo to ->
          command(
              "C",
              to.getControlX1(),
              to.getControlY1(),
              to.getControlX2(),
              to.getControlY2(),
              to.getX(),
              to.getY());
      case ClosePath _ -> "Z";
      default -> throw new IllegalStateException("no SVG for " + part);
    };
  }

  private static String command(String letter, double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(SvgWriter::number)
        .collect(Collectors.joining(" ", letter, ""));
  }
}
