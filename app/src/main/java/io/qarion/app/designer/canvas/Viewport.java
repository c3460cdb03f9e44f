package io.qarion.app.designer.canvas;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * Which part of the canvas is shown: {@code screen = canvas × scale + offset}.
 *
 * @param scale pixels a unit
 */
public record Viewport(double scale, double offsetX, double offsetY) {

  public static final double LEAST = 0.05;
  public static final double MOST = 2.5;

  /** Below this, a card is hard to read. */
  private static final double READABLE = 0.6;

  public static final Viewport WHOLE_SIZE = new Viewport(1, 0, 0);

  /** This, {@code factor} times as large, with the point under a pixel staying there. */
  public Viewport zoomed(double factor, double pixelX, double pixelY) {
    double next = Math.clamp(scale * factor, LEAST, MOST);
    double real = next / scale;
    return new Viewport(
        next, pixelX - (pixelX - offsetX) * real, pixelY - (pixelY - offsetY) * real);
  }

  public Viewport panned(double pixelsX, double pixelsY) {
    return new Viewport(scale, offsetX + pixelsX, offsetY + pixelsY);
  }

  /** Shows an area readably: as a whole where that is possible, else its left part. */
  public static Viewport opening(Bounds area, double width, double height, double margin) {
    Viewport whole = fitting(area, width, height, margin);
    if (whole.scale() >= READABLE || area.isEmpty()) {
      return whole;
    }
    return new Viewport(
        READABLE,
        margin - area.getMinX() * READABLE,
        (height - area.getHeight() * READABLE) / 2 - area.getMinY() * READABLE);
  }

  /** Shows an area as a whole, in the middle, at most at its own size. */
  public static Viewport fitting(Bounds area, double width, double height, double margin) {
    return inTheMiddle(area, width, height, margin, LEAST);
  }

  /** Shows an area as a whole, in the middle, however small that makes it. */
  public static Viewport overview(Bounds area, double width, double height, double margin) {
    return inTheMiddle(area, width, height, margin, 0);
  }

  private static Viewport inTheMiddle(
      Bounds area, double width, double height, double margin, double least) {
    if (area.getWidth() <= 0 || area.getHeight() <= 0 || width <= 0 || height <= 0) {
      return WHOLE_SIZE;
    }
    double room =
        Math.min((width - 2 * margin) / area.getWidth(), (height - 2 * margin) / area.getHeight());
    double scale = Math.clamp(room, least, 1);
    return new Viewport(
        scale,
        (width - area.getWidth() * scale) / 2 - area.getMinX() * scale,
        (height - area.getHeight() * scale) / 2 - area.getMinY() * scale);
  }

  public Point2D toCanvas(double pixelX, double pixelY) {
    return new Point2D((pixelX - offsetX) / scale, (pixelY - offsetY) / scale);
  }

  public Point2D toScreen(Point2D place) {
    return new Point2D(place.getX() * scale + offsetX, place.getY() * scale + offsetY);
  }

  /** The part of the canvas that is shown in so many pixels. */
  public Bounds visible(double width, double height) {
    Point2D corner = toCanvas(0, 0);
    return new BoundingBox(corner.getX(), corner.getY(), width / scale, height / scale);
  }
}
