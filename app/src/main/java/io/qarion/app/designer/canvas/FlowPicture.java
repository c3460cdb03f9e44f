package io.qarion.app.designer.canvas;

import io.qarion.app.designer.picture.PngWriter;
import io.qarion.app.designer.picture.SvgWriter;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.progress.Cancellation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The picture of a whole flow as a file. Drawn part by part in the window's thread, so that the
 * window goes on meanwhile; everything else is done in the thread that asks.
 */
final class FlowPicture {

  /** The largest side that programs and graphics cards show. */
  static final int LONGEST_SIDE = 16_384;

  /** Of what a viewer has in memory, four bytes each. */
  static final double MOST_PIXELS = 8_192.0 * 8_192;

  private static final double TWICE = 2;
  private static final double PART = 512;

  private final ShownFlow flow;
  private final Bounds area;
  private final UiThread ui;
  private final PictureCanvas canvas;

  /**
   * To be made beside the window.
   *
   * @param maker is called in the window's thread
   */
  FlowPicture(ShownFlow flow, UiThread ui, Supplier<PictureCanvas> maker) {
    this.flow = flow;
    this.area = flow.area();
    this.ui = ui;
    this.canvas = inWindow(maker);
  }

  /** Pixels for each unit: two, or as many as leave the picture small enough to be shown. */
  static double scale(Bounds area) {
    double longest = Math.max(area.getWidth(), area.getHeight());
    return Math.min(
        TWICE,
        Math.min(
            LONGEST_SIDE / longest, Math.sqrt(MOST_PIXELS / (area.getWidth() * area.getHeight()))));
  }

  double scale() {
    return scale(area);
  }

  /** As PNG, at {@link #scale}. */
  byte[] png(Cancellation cancellation) {
    double scale = scale();
    int width = Math.max(1, (int) (area.getWidth() * scale));
    int height = Math.max(1, (int) (area.getHeight() * scale));
    int part = Math.max(1, (int) (PART * scale));
    try (var png = new PngWriter(width, height, scale)) {
      for (int top = 0; top < height; top += part) {
        int rows = Math.min(part, height - top);
        int[] pixels = new int[width * rows];
        for (int left = 0; left < width; left += part) {
          cancellation.throwIfRequested();
          int columns = Math.min(part, width - left);
          double x = area.getMinX() + left / scale;
          double y = area.getMinY() + top / scale;
          WritableImage image = inWindow(() -> canvas.pixels(x, y, scale, columns, rows));
          image
              .getPixelReader()
              .getPixels(
                  0, 0, columns, rows, PixelFormat.getIntArgbInstance(), pixels, left, width);
        }
        png.rows(pixels);
      }
      return png.finish();
    }
  }

  /** As SVG, at 100 %. */
  byte[] svg(Cancellation cancellation) {
    var ground = new SvgWriter();
    var edges = new SvgWriter();
    var cards = new SvgWriter();
    for (double top = area.getMinY(); top < area.getMaxY(); top += PART) {
      for (double left = area.getMinX(); left < area.getMaxX(); left += PART) {
        cancellation.throwIfRequested();
        var part = new BoundingBox(left, top, PART, PART);
        inWindow(() -> {
          canvas.vectors(part, ground, edges, cards);
          return part;
        });
      }
    }
    return file(List.of(ground, edges, cards)).getBytes(StandardCharsets.UTF_8);
  }

  private String file(List<SvgWriter> layers) {
    double x = area.getMinX();
    double y = area.getMinY();
    double width = area.getWidth();
    double height = area.getHeight();
    String box = String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", x, y, width, height);
    var svg = new SvgWriter();
    svg.begin(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        box,
        "role",
        "img");
    svg.words("title", flow.name());
    String canvasColour = inWindow(canvas::ground);
    svg.element("rect", "x", x, "y", y, "width", width, "height", height, "fill", canvasColour);
    layers.forEach(layer -> svg.begin("g").append(layer).end());
    svg.end();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg;
  }

  private <T> T inWindow(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, ui::run).join();
  }
}
